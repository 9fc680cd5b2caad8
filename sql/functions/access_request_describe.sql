create function share.access_request_describe(account_id uuid, ids uuid[])
returns setof share.access_request_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select r.request_id, r.account_id, r.share_id, r.user_id, r.email, r.name, r.message, r.state, r.decided_by, r.decided_at, r.recipient_id, r.created_at
    from unnest(ids) with ordinality t(id, n)
    join share.access_request r on r.account_id = access_request_describe.account_id and r.request_id = t.id
    order by t.n;
end
$$;
comment on function share.access_request_describe is 'Internal. Access requests in the order of these ids.';
