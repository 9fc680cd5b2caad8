create function share.drive_describe(account_id uuid, ids uuid[])
returns setof share.drive_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select d.drive_id, d.account_id, d.name, d.is_default, d.created_at, d.policy
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.drive r where r.account_id = drive_describe.account_id and r.drive_id = t.id limit 1) d
    order by t.ordinality;
end
$$;
comment on function share.drive_describe is 'Internal. The drives of an account with these ids, in their order.';
