create table share.utterance (
    account_id uuid not null,
    file_id uuid not null,
    ordinal integer not null,
    start_ms integer not null,
    end_ms integer not null,
    speaker text,
    text text not null,
    configuration text not null,
    words tsvector not null generated always as (share.utterance_words(account_id, configuration, text)) stored,
    constraint utterance_pkey primary key (account_id, file_id, ordinal),
    constraint utterance_start_key unique (account_id, file_id, start_ms),
    constraint utterance_transcript_fkey foreign key (account_id, file_id, configuration)
        references share.transcript (account_id, file_id, configuration) on update cascade,
    constraint utterance_ordinal_check check (ordinal > 0),
    constraint utterance_times_check check (start_ms >= 0 and start_ms < end_ms),
    constraint utterance_speaker_check check (pg_catalog.length(speaker) between 1 and 200 and speaker !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint utterance_text_check check (pg_catalog.length(text) between 1 and 10000 and text !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]')
);
-- A transcript comes at once: what waits to be put into the index would make searches slow, and the planner shun them.
create index utterance_words_idx on share.utterance using gin (words) with (fastupdate = off);
comment on table share.utterance is 'What one speaker says without a break. Those of a file do not overlap.';
comment on column share.utterance.account_id is 'Account.';
comment on column share.utterance.file_id is 'File.';
comment on column share.utterance.ordinal is 'Place among those of the file, from 1, in the order of time.';
comment on column share.utterance.start_ms is 'Beginning in milliseconds of the file.';
comment on column share.utterance.end_ms is 'End in milliseconds of the file.';
comment on column share.utterance.speaker is 'Who speaks, null where nobody knows.';
comment on column share.utterance.text is 'What is said, at most 10,000 characters.';
comment on column share.utterance.configuration is 'The transcript''s text search configuration, kept equal by the foreign key.';
comment on column share.utterance.words is 'What the index finds, see share.utterance_words().';
comment on index share.utterance_words_idx is 'share.transcript_search().';
comment on constraint utterance_pkey on share.utterance is 'One utterance at each place.';
comment on constraint utterance_start_key on share.utterance is 'No two begin together; lists by time.';
comment on constraint utterance_transcript_fkey on share.utterance is 'Belongs to a transcript, and has its text search configuration.';
comment on constraint utterance_ordinal_check on share.utterance is 'Counts from 1.';
comment on constraint utterance_times_check on share.utterance is 'From 0 or later to a later millisecond.';
comment on constraint utterance_speaker_check on share.utterance is '1 to 200 characters, no control characters.';
comment on constraint utterance_text_check on share.utterance is '1 to 10,000 characters, no control characters but tab and line breaks.';
