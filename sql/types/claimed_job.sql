create type share.claimed_job as (
    id uuid,
    account_id uuid,
    share_id uuid,
    kind text,
    payload jsonb,
    worker text,
    lease_until timestamptz,
    attempts integer,
    max_attempts integer,
    created_at timestamptz
);
comment on type share.claimed_job is 'One job that a worker has taken.';
comment on column share.claimed_job.id is 'Id of the job.';
comment on column share.claimed_job.account_id is 'Account, null for the installation.';
comment on column share.claimed_job.share_id is 'Share that it concerns, if one.';
comment on column share.claimed_job.kind is 'What is to be done, a kind of share.job_kinds().';
comment on column share.claimed_job.payload is 'What it takes, as share.job_kinds() says.';
comment on column share.claimed_job.worker is 'Under which name it was taken; every further call gives it.';
comment on column share.claimed_job.lease_until is 'Until when nobody else takes it.';
comment on column share.claimed_job.attempts is 'The number of this attempt, from 1.';
comment on column share.claimed_job.max_attempts is 'After how many it is given up.';
comment on column share.claimed_job.created_at is 'When it was asked for.';
