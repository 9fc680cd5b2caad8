create function share.api_key_describe(account_id uuid, ids uuid[])
returns setof share.api_key_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select k.api_key_id, k.account_id, k.name, k.prefix, k.role, k.created_by, k.created_at, u.last_used_at, k.expires_at, k.revoked_at
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.api_key r where r.account_id = api_key_describe.account_id and r.api_key_id = t.id limit 1) k
    cross join lateral (select r.* from share.api_key_use r where r.account_id = k.account_id and r.api_key_id = k.api_key_id limit 1) u
    order by t.ordinality;
end
$$;
comment on function share.api_key_describe is 'Internal. The API keys of an account with these ids, in their order, without their hashes.';
