create function share.member_describe(account_id uuid, user_ids text[])
returns setof share.member_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select m.account_id, m.user_id, m.name, m.email, m.role, m.created_at, m.updated_at, m.database_role
    from unnest(user_ids) with ordinality t(user_id, ordinality)
    cross join lateral (select r.* from share.member r where r.account_id = member_describe.account_id and r.user_id = t.user_id limit 1) m
    order by t.ordinality;
end
$$;
comment on function share.member_describe is 'Internal. The members of an account with these ids, in their order.';
