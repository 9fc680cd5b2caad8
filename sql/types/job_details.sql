create type share.job_details as (
    id uuid,
    account_id uuid,
    share_id uuid,
    kind text,
    state text,
    attempts integer,
    max_attempts integer,
    run_at timestamptz,
    lease_until timestamptz,
    worker text,
    last_error text,
    result jsonb,
    created_at timestamptz,
    finished_at timestamptz,
    payload jsonb
);
comment on type share.job_details is 'One job as those who look after it see it.';
comment on column share.job_details.id is 'Id of the job.';
comment on column share.job_details.account_id is 'Account, null for the installation.';
comment on column share.job_details.share_id is 'Share that it concerns, if one.';
comment on column share.job_details.kind is 'What is to be done, a kind of share.job_kinds().';
comment on column share.job_details.state is 'queued, running, done or dead (given up).';
comment on column share.job_details.attempts is 'How often a worker has taken it.';
comment on column share.job_details.max_attempts is 'How often a worker may take it before it is given up.';
comment on column share.job_details.run_at is 'Not before.';
comment on column share.job_details.lease_until is 'Until when nobody else takes it, while it runs.';
comment on column share.job_details.worker is 'Who has it, while it runs.';
comment on column share.job_details.last_error is 'Why it last failed.';
comment on column share.job_details.result is 'What the worker gave back.';
comment on column share.job_details.created_at is 'When it was asked for.';
comment on column share.job_details.finished_at is 'When it was done or given up.';
comment on column share.job_details.payload is 'What the worker gets, as share.job_kinds() says, but for codes, links and questions in it, which are hidden: they let in whoever has them, or are somebody''s own.';
