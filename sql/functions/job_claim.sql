create function share.job_claim(
    kinds text[] default null,
    worker text default null,
    lease interval default '5 minutes',
    max_jobs integer default 1
)
returns setof share.claimed_job
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
    known text[] := array(select k.kind from share.job_kinds() k);
    wanted text[] := coalesce(kinds, known);
    name text := share.text_check('worker', coalesce(nullif(worker, ''), share.new_id()::text), 200);
    leased_until timestamptz;
    remaining integer := max_jobs;
    due_kind text;
    accounts uuid[];
    ids uuid[];
    taken share.claimed_job[];
begin
    perform share.ready();
    perform share.authorize_worker();
    leased_until := share.job_lease_end(lease);
    perform share.require_argument('max_jobs', max_jobs is null);
    if max_jobs not between 1 and 100 then
        perform share.refuse('22023', 'max_jobs is out of range', format('max_jobs: %s', max_jobs), 'max_jobs is 1 to 100');
    elsif array_ndims(wanted) > 1 or not wanted <@ known then
        perform share.refuse('22023', 'not a kind of job', 'kinds: ' || left(wanted::text, 100), 'share.job_kinds() lists them');
    end if;
    -- Each kind has its own line in the index: a worker does not wade through what others are to do.
    for due_kind in
        select k.kind
        from (select distinct u.kind from unnest(wanted) u(kind)) k
        cross join lateral (
            select j.due_at from share.job j
            where j.kind = k.kind and j.due_at <= statement_timestamp()
            order by j.due_at, j.job_id
            limit 1
        ) h
        order by h.due_at, k.kind
    loop
        while remaining > 0 loop
            select array_agg(p.account_id), array_agg(p.job_id) into accounts, ids
            from (
                select j.account_id, j.job_id from share.job j
                where j.kind = due_kind and j.due_at <= statement_timestamp()
                order by j.due_at, j.job_id
                limit remaining
                for no key update skip locked
            ) p;
            exit when ids is null;
            with given as (
                update share.job j
                set state = case when j.attempts < j.max_attempts then 'running' else 'dead' end,
                    attempts = least(j.attempts + 1, j.max_attempts),
                    lease_until = case when j.attempts < j.max_attempts then leased_until end,
                    worker = case when j.attempts < j.max_attempts then name end,
                    last_error = case when j.state = 'running' then 'the lease of ' || j.worker || ' ended' else j.last_error end,
                    finished_at = case when j.attempts >= j.max_attempts then statement_timestamp() end
                from unnest(accounts, ids) with ordinality t(account_id, job_id, ordinality)
                where j.account_id = t.account_id and j.job_id = t.job_id
                returning t.ordinality, j.state, row(j.job_id, nullif(j.account_id, '00000000-0000-0000-0000-000000000000'), j.share_id, j.kind, j.payload,
                    j.worker, j.lease_until, j.attempts, j.max_attempts, j.created_at)::share.claimed_job as job
            )
            select array_agg(g.job order by g.ordinality) into taken from given g where g.state = 'running';
            -- Some may have been given up instead: their workers have died too often.
            remaining := remaining - coalesce(cardinality(taken), 0);
            return query select g.* from unnest(taken) g;
        end loop;
    end loop;
end
$$;
comment on function share.job_claim is 'Takes up to max_jobs (1 to 100) jobs of these kinds, or of all, that are due: of all accounts, the oldest first, also those whose worker has let its lease end. Nobody else takes them before lease_until; several workers never get the same. worker names the process, and must be its alone: without it each call gets a name of its own. Commit before working. A job whose lease has ended max_attempts times is given up. For workers: members of share_app and share_admin that act for nobody. Errors: 22023, 25006, 40001, 42501, PT413.';
