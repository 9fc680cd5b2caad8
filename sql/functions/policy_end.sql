create function share.policy_end(policy jsonb, starts_at timestamptz, ends timestamptz)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    begins timestamptz := greatest(starts_at, statement_timestamp());
    latest timestamptz := begins + make_interval(hours => (policy ->> 'maximum_hours')::integer);
begin
    if ends > latest or ends is null and latest is not null then
        perform share.refuse('22023', 'the policy allows no share that lives so long', format('maximum_hours: %s', policy ->> 'maximum_hours'),
            'give an earlier end');
    end if;
    return ends;
end
$$;
comment on function share.policy_end is 'Internal. The end of a share, if the policy allows it. Errors: 22023.';
