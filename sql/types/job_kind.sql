create type share.job_kind as (
    kind text,
    meaning text,
    required text[],
    payload jsonb
);
comment on type share.job_kind is 'One kind of job with what its payload holds.';
comment on column share.job_kind.kind is 'Name of the kind.';
comment on column share.job_kind.meaning is 'What the worker does.';
comment on column share.job_kind.required is 'Keys that each payload has.';
comment on column share.job_kind.payload is 'The keys that a payload may have, with the meaning of each.';
