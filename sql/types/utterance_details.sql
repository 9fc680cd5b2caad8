create type share.utterance_details as (
    file_id uuid,
    ordinal integer,
    start_ms integer,
    end_ms integer,
    speaker text,
    text text
);
comment on type share.utterance_details is 'What one speaker says without a break.';
comment on column share.utterance_details.file_id is 'File.';
comment on column share.utterance_details.ordinal is 'Place among those of the file, from 1, in the order of time.';
comment on column share.utterance_details.start_ms is 'Beginning in milliseconds of the file.';
comment on column share.utterance_details.end_ms is 'End in milliseconds of the file.';
comment on column share.utterance_details.speaker is 'Who speaks, null where nobody knows.';
comment on column share.utterance_details.text is 'What is said.';
