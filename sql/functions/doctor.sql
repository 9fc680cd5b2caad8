create function share.doctor()
returns setof share.doctor_finding
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    -- Also loads the library with its settings.
    latest integer := share.migration_latest();
    reached integer;
begin
    -- Where share.ready() would refuse is where a doctor is needed most.
    if to_regclass('share.schema_info') is not null then
        execute 'select i.version from share.schema_info i' into reached;
    end if;
    if reached = latest then
        perform share.authorize_operator();
        return next row('tables', 'ok', format('the tables are there, of version %s', reached), null)::share.doctor_finding;
    elsif reached is null then
        return next row('tables', 'error', 'the tables are missing: nothing works yet', 'select share.migrate()')::share.doctor_finding;
    else
        return next row('tables', 'error', format('the tables are of version %s, the extension works with %s', reached, latest),
            case when reached < latest then 'select share.migrate()' else 'alter extension pg_share update' end)::share.doctor_finding;
    end if;
    return query select f.* from share.doctor_server() f;
    return query select f.* from share.doctor_roles() f;
    if reached = latest then
        return query select f.* from share.doctor_deliveries() f;
        return query select f.* from share.doctor_events() f;
        return query select f.* from share.doctor_jobs() f;
        return query select f.* from share.doctor_publications() f;
    end if;
end
$$;
comment on function share.doctor is 'Looks at the installation and gives a row for each finding with what to do about it, also where all is well. Works before share.migrate() and on standbys, and changes nothing. For operators. Errors: 42501, PT401.';
