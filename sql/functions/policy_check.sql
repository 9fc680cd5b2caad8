create function share.policy_check(policy jsonb)
returns jsonb
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    wrong text;
begin
    if policy is null then
        return '{}';
    end if;
    perform share.keys_check('policy', policy, '{default_hours,maximum_hours,password_required,many_shares,addresses}');
    select p.key into wrong
    from jsonb_each(policy) p
    where case p.key
        when 'default_hours' then not (jsonb_typeof(p.value) = 'number' and p.value #>> '{}' ~ '^[1-9][0-9]{0,5}$')
        when 'maximum_hours' then not (jsonb_typeof(p.value) = 'number' and p.value #>> '{}' ~ '^[1-9][0-9]{0,5}$')
        when 'addresses' then p.value not in ('"off"', '"truncated"', '"full"')
        else jsonb_typeof(p.value) <> 'boolean' end
    limit 1;
    if wrong is not null then
        perform share.refuse('22023', 'a value of the policy is not accepted', format('%s: %s', wrong, left(policy ->> wrong, 100)),
            'default_hours and maximum_hours from 1 to 999999, password_required and many_shares true or false, addresses off, truncated or full');
    end if;
    return policy;
end
$$;
comment on function share.policy_check is 'Internal. A policy as it is stored: default_hours and maximum_hours of new shares, password_required, many_shares (no limit of one active share), addresses (how events keep them: off, truncated, full). Errors: 22023.';
