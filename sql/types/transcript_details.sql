create type share.transcript_details as (
    file_id uuid,
    account_id uuid,
    state share.processing_status,
    language text,
    has_dialogue boolean,
    run integer,
    utterances integer,
    segments integer,
    speakers text[],
    job_id uuid,
    put_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.transcript_details is 'The transcript of a file as the functions return it.';
comment on column share.transcript_details.file_id is 'File.';
comment on column share.transcript_details.account_id is 'Account.';
comment on column share.transcript_details.state is 'pending while a worker is asked for it, failed when that was given up, else completed.';
comment on column share.transcript_details.language is 'BCP 47 tag of what is spoken, null while unknown.';
comment on column share.transcript_details.has_dialogue is 'Whether anything is said, null while there is no result.';
comment on column share.transcript_details.run is 'How often a worker was asked for it.';
comment on column share.transcript_details.utterances is 'Number of utterances.';
comment on column share.transcript_details.segments is 'Number of segments.';
comment on column share.transcript_details.speakers is 'Who speaks, in the order of their first words.';
comment on column share.transcript_details.job_id is 'Last job that asked for it; null through a share.';
comment on column share.transcript_details.put_at is 'When the result came, null while there is none.';
comment on column share.transcript_details.created_at is 'When it was first asked for or given.';
comment on column share.transcript_details.updated_at is 'When it was last changed.';
