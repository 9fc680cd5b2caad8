create table share.segment (
    account_id uuid not null,
    file_segment_id uuid not null,
    file_id uuid not null,
    start_time numeric not null,
    end_time numeric not null,
    file_duration numeric not null,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    deleted_at timestamptz,
    is_deleted boolean not null generated always as (deleted_at is not null) stored,
    constraint segment_pkey primary key (account_id, file_segment_id),
    constraint segment_file_key unique (account_id, file_id, file_segment_id),
    constraint segment_living_key unique (account_id, file_id, file_segment_id, is_deleted),
    constraint segment_file_fkey foreign key (account_id, file_id, file_duration)
        references share.file (account_id, file_id, duration_limit) on update cascade,
    constraint segment_times_check check (
        start_time >= 0 and start_time < end_time and end_time < 1000000000
        and pg_catalog.min_scale(start_time) <= 6 and pg_catalog.min_scale(end_time) <= 6
    ),
    constraint segment_inside_file_check check (deleted_at is not null or end_time <= file_duration),
    constraint segment_metadata_check check (
        pg_catalog.jsonb_typeof(metadata) = 'object' and pg_catalog.octet_length(metadata::text) <= 1048576
    )
);
create index segment_id_idx on share.segment (file_segment_id);
create index segment_list_idx on share.segment (account_id, file_id, start_time, file_segment_id) where not is_deleted;
comment on table share.segment is 'Parts of files, from one second to another. Rows of deleted segments stay.';
comment on column share.segment.account_id is 'Account.';
comment on column share.segment.file_segment_id is 'Id of the segment.';
comment on column share.segment.file_id is 'File that the segment is a part of.';
comment on column share.segment.start_time is 'Start in seconds of the file, to the microsecond.';
comment on column share.segment.end_time is 'End in seconds of the file, to the microsecond.';
comment on column share.segment.file_duration is 'The file''s duration_limit, kept equal by the foreign key, so that a check can hold the end against it.';
comment on column share.segment.metadata is 'The application''s own data, a JSON object of at most 1 MiB.';
comment on column share.segment.created_at is 'When the segment was made.';
comment on column share.segment.deleted_at is 'When the segment was deleted, null for a living one.';
comment on column share.segment.is_deleted is 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';
comment on index share.segment_id_idx is 'Look-up without the account.';
comment on index share.segment_list_idx is 'Pages of share.segment_list().';
comment on constraint segment_pkey on share.segment is 'One row for each segment.';
comment on constraint segment_file_key on share.segment is 'What origins and shares refer to, so that they are of the segment''s file.';
comment on constraint segment_living_key on share.segment is 'What living shares refer to.';
comment on constraint segment_file_fkey on share.segment is 'Belongs to a file of its account, of the length that the end is held against.';
comment on constraint segment_inside_file_check on share.segment is 'A living segment ends inside its file.';
comment on constraint segment_times_check on share.segment is 'From 0 or later to a later second, to the microsecond.';
comment on constraint segment_metadata_check on share.segment is 'A JSON object of at most 1 MiB as text.';
