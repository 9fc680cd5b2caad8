create function share.job_lease_end(lease interval)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.require_argument('lease', lease is null);
    if lease not between interval '1 second' and interval '1 day' then
        perform share.refuse('22023', 'a lease is out of range', 'lease: ' || lease, 'a lease is 1 second to 1 day; share.job_heartbeat() renews it');
    end if;
    return statement_timestamp() + lease;
end
$$;
comment on function share.job_lease_end is 'Internal. When a lease that begins now ends. Errors: 22023 outside of 1 second to 1 day.';
