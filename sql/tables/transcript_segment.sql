create table share.transcript_segment (
    account_id uuid not null,
    file_id uuid not null,
    ordinal integer not null,
    start_ms integer not null,
    end_ms integer not null,
    text text not null,
    constraint transcript_segment_pkey primary key (account_id, file_id, ordinal),
    constraint transcript_segment_start_key unique (account_id, file_id, start_ms),
    constraint transcript_segment_transcript_fkey foreign key (account_id, file_id) references share.transcript (account_id, file_id),
    constraint transcript_segment_ordinal_check check (ordinal > 0),
    constraint transcript_segment_times_check check (start_ms >= 0 and start_ms < end_ms),
    constraint transcript_segment_text_check check (
        pg_catalog.length(text) between 1 and 10000 and text !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    )
);
comment on table share.transcript_segment is 'Parts of transcripts as a recogniser cut them: words, lines or chapters. Those of a file do not overlap.';
comment on column share.transcript_segment.account_id is 'Account.';
comment on column share.transcript_segment.file_id is 'File.';
comment on column share.transcript_segment.ordinal is 'Place among those of the file, from 1, in the order of time.';
comment on column share.transcript_segment.start_ms is 'Beginning in milliseconds of the file.';
comment on column share.transcript_segment.end_ms is 'End in milliseconds of the file.';
comment on column share.transcript_segment.text is 'What is said, at most 10,000 characters.';
comment on constraint transcript_segment_pkey on share.transcript_segment is 'One segment at each place.';
comment on constraint transcript_segment_start_key on share.transcript_segment is 'No two begin together; lists by time.';
comment on constraint transcript_segment_transcript_fkey on share.transcript_segment is 'Belongs to a transcript.';
comment on constraint transcript_segment_ordinal_check on share.transcript_segment is 'Counts from 1.';
comment on constraint transcript_segment_times_check on share.transcript_segment is 'From 0 or later to a later millisecond.';
comment on constraint transcript_segment_text_check on share.transcript_segment is '1 to 10,000 characters, no control characters but tab and line breaks.';
