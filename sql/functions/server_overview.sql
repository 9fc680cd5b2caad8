create function share.server_overview()
returns share.server_summary
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    result share.server_summary;
    who share.caller_identity;
begin
    -- Also loads the library with its settings.
    result.schema_latest := share.migration_latest();
    select e.extversion into result.extension_version from pg_extension e where e.extname = 'pg_share';
    result.server_version := current_setting('server_version');
    result.database_name := current_database();
    result.database_role := coalesce(nullif(current_setting('role', true), 'none'), session_user);
    result.is_standby := pg_is_in_recovery();
    result.is_read_only := current_setting('transaction_read_only')::boolean;
    if result.is_standby then
        -- With nothing left to replay a standby is not behind, however long nothing has been written.
        result.replication_lag := case
            when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then interval '0'
            else clock_timestamp() - pg_last_xact_replay_timestamp()
        end;
    end if;
    if to_regclass('share.schema_info') is not null then
        execute 'select i.version from share.schema_info i' into result.schema_version;
    end if;
    -- Who looks at a server for the first time is told what is missing, and not refused.
    if result.schema_version is distinct from result.schema_latest then
        return result;
    end if;
    who := share.caller();
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'server');
    end if;
    result.caller_kind := who.kind;
    result.caller_name := who.name;
    result.account_id := who.account_id;
    result.is_operator := who.all_accounts;
    if not who.all_accounts then
        return result;
    end if;
    select sum(s.number) filter (where s.state = 'scheduled'), sum(s.number) filter (where s.state = 'active'), sum(s.number) filter (where s.state = 'disabled'),
        sum(s.number) filter (where s.state = 'exhausted'), sum(s.number) filter (where s.state = 'expired'), sum(s.number) filter (where s.state = 'revoked'),
        sum(s.number) filter (where s.state = 'deleted'), bool_and(s.is_exact)
    into result.shares_scheduled, result.shares_active, result.shares_disabled, result.shares_exhausted, result.shares_expired, result.shares_revoked,
        result.shares_deleted, result.shares_is_exact
    from share.share_state_sample() s;
    -- Counted to a bound, through indexes.
    select count(*) into result.jobs_queued from (select from share.job j where j.state = 'queued' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_running from (select from share.job j where j.state = 'running' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_dead from (select from share.job j where j.state = 'dead' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_late
    from share.job_kinds() k
    cross join lateral (
        select from share.job j where j.kind = k.kind and j.due_at < statement_timestamp() - interval '15 minutes' limit 10000
    ) j;
    result.jobs_late := least(result.jobs_late, 10000);
    select count(*) into result.locks
    from (select from share.password_try t where t.locked_until > statement_timestamp() limit 1000) t;
    select count(*) into result.access_requests from (select from share.access_request r where r.state = 'pending' limit 1000) r;
    select count(*) into result.keys_current from share.signing_key k where k.state = 'current';
    select count(*) into result.keys_due
    from share.signing_key k
    where exists (select from share.delivery d where d.key_account_id = k.account_id and d.kid = k.kid)
        and (k.state not in ('current', 'previous') or k.valid_from > statement_timestamp() or k.valid_until <= statement_timestamp() + interval '7 days');
    result.event_months_ahead := share.event_months_ahead();
    return result;
end
$$;
comment on function share.server_overview is 'Tells at a glance how an installation stands: versions, who is calling, primary or standby, and for operators shares by state (as share.metrics counts them), jobs, locks, access requests and keys. Costs the same for a thousand shares and a billion. Before share.migrate() the versions alone. Errors: 42501, PT401.';
