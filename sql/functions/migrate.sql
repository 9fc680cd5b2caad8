create function share.migrate()
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    reached integer := 0;
    latest integer := share.migration_latest();
    known oid[];
    statements text;
begin
    -- Two at once: the second waits and finds the work done.
    perform pg_advisory_xact_lock(hashtextextended('share.migrate', 0));
    if to_regclass('share.schema_info') is not null then
        execute 'select i.version from share.schema_info i' into reached;
        if reached is null then
            perform share.refuse('40001', 'the tables are newer than the snapshot', '', 'try the transaction again');
        end if;
    end if;
    if reached > latest then
        perform share.refuse('55000', 'the tables are newer than the extension',
            format('tables: %s, extension: %s', reached, latest), 'run alter extension pg_share update');
    end if;
    for step in reached + 1 .. latest loop
        foreach statements in array share.migration_statements(step) loop
            known := array(select c.oid from pg_class c where c.relnamespace = 'share'::regnamespace);
            execute statements;
            -- Before the next statements, which may grant something on what these have made.
            perform share.privileges_clear(array(
                select c.oid from pg_class c where c.relnamespace = 'share'::regnamespace and c.oid <> all (known)
            ));
        end loop;
        execute 'insert into share.schema_info (version) values ($1)
            on conflict on constraint schema_info_pkey do update set version = excluded.version, migrated_at = statement_timestamp()'
        using step;
    end loop;
    -- After the clearing: what others may read.
    execute 'grant select on share.metrics to share_admin, pg_monitor';
    perform share.event_partitions_create(date_trunc('month', statement_timestamp() at time zone 'UTC')::date, 4);
    perform share.token_key_ensure();
    return latest - reached;
end
$$;
comment on function share.migrate is 'Builds the tables and views, or upgrades them to what this version of the extension needs, one step for each version, and makes the installation''s key for share tokens if there has been none. Harmless to repeat. Returns the number of steps taken. Errors: 40001 when another migration is newer than the snapshot, 55000 when the tables are newer than the extension.';
