create function share.member_describe(account_id uuid, user_ids text[])
returns setof share.member_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select m.account_id, m.user_id, m.name, m.email, m.role, m.created_at, m.updated_at
    from unnest(user_ids) with ordinality t(user_id, ordinality)
    join share.member m on m.account_id = member_describe.account_id and m.user_id = t.user_id
    order by t.ordinality;
end
$$;
comment on function share.member_describe is 'Internal. The members of an account with these ids, in their order.';
