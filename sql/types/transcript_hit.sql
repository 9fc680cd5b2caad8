create type share.transcript_hit as (
    file_id uuid,
    account_id uuid,
    filename text,
    ordinal integer,
    start_ms integer,
    end_ms integer,
    speaker text,
    text text,
    language text
);
comment on type share.transcript_hit is 'One place where the words of a search are said.';
comment on column share.transcript_hit.file_id is 'File.';
comment on column share.transcript_hit.account_id is 'Account.';
comment on column share.transcript_hit.filename is 'Last part of the file''s path.';
comment on column share.transcript_hit.ordinal is 'Place among the utterances of the file.';
comment on column share.transcript_hit.start_ms is 'Beginning in milliseconds of the file.';
comment on column share.transcript_hit.end_ms is 'End in milliseconds of the file.';
comment on column share.transcript_hit.speaker is 'Who speaks, null where nobody knows.';
comment on column share.transcript_hit.text is 'What is said.';
comment on column share.transcript_hit.language is 'BCP 47 tag of what is spoken, null while unknown.';
