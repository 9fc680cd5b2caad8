create function share.recipient_describe(account_id uuid, ids uuid[])
returns setof share.recipient_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select r.recipient_id, r.account_id, r.share_id, r.user_id, r.email, r.name, r.permissions, r.message, r.expires_at, r.revoked_at, r.created_at, r.updated_at, r.notified_at
    from unnest(ids) with ordinality t(id, n)
    join share.recipient r on r.account_id = recipient_describe.account_id and r.recipient_id = t.id
    order by t.n;
end
$$;
comment on function share.recipient_describe is 'Internal. Recipients in the order of these ids.';
