create type share.transcript_segment_details as (
    file_id uuid,
    ordinal integer,
    start_ms integer,
    end_ms integer,
    text text
);
comment on type share.transcript_segment_details is 'A part of a transcript as a recogniser cut it.';
comment on column share.transcript_segment_details.file_id is 'File.';
comment on column share.transcript_segment_details.ordinal is 'Place among those of the file, from 1, in the order of time.';
comment on column share.transcript_segment_details.start_ms is 'Beginning in milliseconds of the file.';
comment on column share.transcript_segment_details.end_ms is 'End in milliseconds of the file.';
comment on column share.transcript_segment_details.text is 'What is said.';
