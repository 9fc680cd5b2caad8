create function share.account_describe(ids uuid[])
returns setof share.account_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select a.account_id, a.name, a.metadata, a.stream_delivery, a.download_delivery, a.preview_delivery, a.created_at, a.updated_at, a.policy
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.account r where r.account_id = t.id limit 1) a
    order by t.ordinality;
end
$$;
comment on function share.account_describe is 'Internal. The accounts of these ids, in their order.';
