create table share.job (
    account_id uuid not null,
    job_id uuid not null,
    kind text not null,
    share_id uuid,
    payload jsonb not null default '{}',
    state text not null default 'queued',
    attempts integer not null default 0,
    max_attempts integer not null default 12,
    run_at timestamptz not null default pg_catalog.statement_timestamp(),
    lease_until timestamptz,
    worker text,
    last_error text,
    result jsonb,
    deduplicate text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    finished_at timestamptz,
    -- When a worker may next take it: one index for jobs that wait and jobs whose worker is gone.
    due_at timestamptz generated always as (case state when 'queued' then run_at when 'running' then lease_until end) stored,
    constraint job_pkey primary key (account_id, job_id),
    constraint job_account_fkey foreign key (account_id) references share.account (account_id),
    constraint job_kind_check check (kind ~ '^[A-Za-z][A-Za-z_]{0,62}$'),
    constraint job_payload_check check (pg_catalog.jsonb_typeof(payload) = 'object' and pg_catalog.octet_length(payload::text) <= 65536),
    constraint job_state_check check (state in ('queued', 'running', 'done', 'dead')),
    constraint job_attempts_check check (attempts between 0 and max_attempts),
    constraint job_lease_check check ((state = 'running') = (lease_until is not null and worker is not null)),
    constraint job_worker_check check (pg_catalog.length(worker) between 1 and 200),
    constraint job_error_check check (pg_catalog.length(last_error) <= 2000),
    constraint job_result_check check (pg_catalog.octet_length(result::text) <= 65536),
    constraint job_deduplicate_check check (pg_catalog.length(deduplicate) between 1 and 200),
    constraint job_finished_check check ((state in ('done', 'dead')) = (finished_at is not null))
)
-- Each job is written three times and soon over: what is dead must not pile up at the head of the index of due jobs.
with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create unique index job_deduplicate_key on share.job (account_id, kind, deduplicate)
    where state = 'queued' and attempts = 0 and deduplicate is not null;
create index job_due_idx on share.job (kind, due_at, job_id) where due_at is not null;
create index job_id_idx on share.job (job_id);
create index job_done_idx on share.job (finished_at) where state = 'done';
create index job_open_idx on share.job (state, job_id) where state <> 'done';
comment on table share.job is 'Work for someone outside of the database, written in the transaction of what asks for it.';
comment on column share.job.account_id is 'Account, the nil UUID for the installation.';
comment on column share.job.job_id is 'Id of the job.';
comment on column share.job.kind is 'What is to be done, a kind of share.job_kinds().';
comment on column share.job.share_id is 'Share that it concerns, if one. A job may outlive it.';
comment on column share.job.payload is 'What the worker needs, a JSON object of at most 64 KiB. May hold addresses and codes: shown to workers alone, emptied when the job is done.';
comment on column share.job.state is 'queued, running (leased by a worker), done or dead (given up).';
comment on column share.job.attempts is 'How often a worker has taken it.';
comment on column share.job.max_attempts is 'How often a worker may take it before it is given up.';
comment on column share.job.run_at is 'Not before.';
comment on column share.job.lease_until is 'Until when nobody else takes it, while it runs.';
comment on column share.job.worker is 'Who has it, while it runs.';
comment on column share.job.last_error is 'Why it last failed.';
comment on column share.job.result is 'What the worker gave back, at most 64 KiB.';
comment on column share.job.deduplicate is 'Key by which equal jobs that nobody has taken yet are one.';
comment on column share.job.created_at is 'When it was asked for.';
comment on column share.job.finished_at is 'When it was done or given up.';
comment on column share.job.due_at is 'When a worker may next take it: run_at while it waits, lease_until while it runs.';
comment on index share.job_deduplicate_key is 'One waiting job for each key of a kind; one that was taken may already have read what has changed since.';
comment on index share.job_due_idx is 'The jobs of a kind in the order in which they are due.';
comment on index share.job_id_idx is 'A job by its id alone.';
comment on index share.job_done_idx is 'What share.job_maintain() forgets.';
comment on index share.job_open_idx is 'Jobs that are not done, by state.';
comment on constraint job_pkey on share.job is 'One row for each job.';
comment on constraint job_account_fkey on share.job is 'Belongs to an account, or the one that stands for the installation.';
comment on constraint job_kind_check on share.job is 'Letters and _; which there are is told by share.job_kinds().';
comment on constraint job_payload_check on share.job is 'A JSON object of at most 64 KiB as text.';
comment on constraint job_state_check on share.job is 'queued, running, done or dead.';
comment on constraint job_attempts_check on share.job is 'No more attempts than allowed.';
comment on constraint job_lease_check on share.job is 'Running jobs and no others have a worker and a lease.';
comment on constraint job_worker_check on share.job is '1 to 200 characters.';
comment on constraint job_error_check on share.job is 'At most 2,000 characters.';
comment on constraint job_result_check on share.job is 'At most 64 KiB as text.';
comment on constraint job_deduplicate_check on share.job is '1 to 200 characters.';
comment on constraint job_finished_check on share.job is 'Jobs that are done or given up have an end, the others none.';
