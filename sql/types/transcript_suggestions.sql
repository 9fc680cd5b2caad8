create type share.transcript_suggestions as (
    file_id uuid,
    suggestions text[],
    job_id uuid
);
comment on type share.transcript_suggestions is 'Questions to begin a talk about a file with.';
comment on column share.transcript_suggestions.file_id is 'File.';
comment on column share.transcript_suggestions.suggestions is 'Three of them, or null while a worker is asked for them.';
comment on column share.transcript_suggestions.job_id is 'Job that was asked for them; null when they are there, and through a share.';
