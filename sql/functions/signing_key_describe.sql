create function share.signing_key_describe(kids text[])
returns setof share.signing_key_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select k.kid, nullif(k.account_id, '00000000-0000-0000-0000-000000000000'), k.algorithm, k.state,
        k.valid_from, k.valid_until, k.replaced_by, k.created_at
    from unnest(kids) with ordinality t(kid, ordinality)
    cross join lateral (select r.* from share.signing_key r where r.kid = t.kid limit 1) k
    order by t.ordinality;
end
$$;
comment on function share.signing_key_describe is 'Internal. The keys of these ids in their order, without secrets.';
