create function share.delivery_describe(account_id uuid, names text[])
returns setof share.delivery_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select d.account_id, d.name, d.scheme, d.base_url, d.kid, d.uses, d.options, d.created_at, d.updated_at
    from unnest(names) with ordinality t(name, ordinality)
    cross join lateral (select r.* from share.delivery r where r.account_id = delivery_describe.account_id and r.name = t.name limit 1) d
    order by t.ordinality;
end
$$;
comment on function share.delivery_describe is 'Internal. The deliveries of an account with these names, in their order.';
