create table share.transcript (
    account_id uuid not null,
    file_id uuid not null,
    run integer not null default 0,
    put_run integer,
    state share.processing_status not null generated always as (
        case when put_run is null or put_run < run then 'pending'::share.processing_status else 'completed'::share.processing_status end
    ) stored,
    language text,
    configuration text not null default 'simple',
    has_dialogue boolean,
    job_id uuid,
    suggest_job_id uuid,
    put_at timestamptz,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint transcript_pkey primary key (account_id, file_id),
    constraint transcript_configuration_key unique (account_id, file_id, configuration),
    constraint transcript_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint transcript_run_check check (put_run between 0 and run),
    constraint transcript_language_check check (pg_catalog.length(language) <= 35 and language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    constraint transcript_put_check check ((put_at is null) = (put_run is null) and (put_at is null) = (has_dialogue is null))
);
comment on table share.transcript is 'What is said in files: one transcript for each file that was ever asked for one or given one.';
comment on column share.transcript.account_id is 'Account.';
comment on column share.transcript.file_id is 'File.';
comment on column share.transcript.run is 'How often a worker was asked for it.';
comment on column share.transcript.put_run is 'The run whose result stands here, 0 for one that nobody asked for, null while there is none.';
comment on column share.transcript.state is 'completed, or pending while a worker is asked for it.';
comment on column share.transcript.language is 'BCP 47 tag of what is spoken, null while unknown.';
comment on column share.transcript.configuration is 'Text search configuration of the language, see share.language_configuration().';
comment on column share.transcript.has_dialogue is 'Whether anything is said, null while there is no result.';
comment on column share.transcript.job_id is 'Last job that asked for it.';
comment on column share.transcript.suggest_job_id is 'Last job that asked for suggestions.';
comment on column share.transcript.put_at is 'When the result came, null while there is none.';
comment on column share.transcript.created_at is 'When it was first asked for or given.';
comment on column share.transcript.updated_at is 'When it was last changed.';
comment on constraint transcript_pkey on share.transcript is 'One transcript for each file.';
comment on constraint transcript_configuration_key on share.transcript is 'What utterances refer to, so that they are searched by the right configuration.';
comment on constraint transcript_file_fkey on share.transcript is 'Belongs to a file of its account.';
comment on constraint transcript_run_check on share.transcript is 'No result of a run that nobody asked for.';
comment on constraint transcript_language_check on share.transcript is 'The form of a BCP 47 tag.';
comment on constraint transcript_put_check on share.transcript is 'A result has a time, a run, and says whether anything is said.';
