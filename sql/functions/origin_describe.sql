create function share.origin_describe(account_id uuid, ids uuid[])
returns setof share.origin_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select o.origin_id, o.account_id, o.file_id, o.file_segment_id, o.kind, o.path, o.mime_type, o.bytes, o.created_at, o.updated_at
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.origin r where r.account_id = origin_describe.account_id and r.origin_id = t.id limit 1) o
    order by t.ordinality;
end
$$;
comment on function share.origin_describe is 'Internal. The origins of an account with these ids, in their order.';
