create type share.segment_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    start_time numeric,
    end_time numeric,
    metadata jsonb,
    created_at timestamptz
);
comment on type share.segment_details is 'One segment of a file as the functions return it.';
comment on column share.segment_details.id is 'Id of the segment.';
comment on column share.segment_details.account_id is 'Account that the segment belongs to.';
comment on column share.segment_details.file_id is 'File that the segment is a part of.';
comment on column share.segment_details.start_time is 'Start in seconds of the file.';
comment on column share.segment_details.end_time is 'End in seconds of the file.';
comment on column share.segment_details.metadata is 'The application''s own data, a JSON object.';
comment on column share.segment_details.created_at is 'When the segment was made.';
