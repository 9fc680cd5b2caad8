create table share.file (
    account_id uuid not null,
    file_id uuid not null,
    drive_id uuid not null,
    external_id text,
    path text not null,
    filename text not null generated always as (pg_catalog.regexp_replace(path, '^.*/', '')) stored,
    media_type share.media_type not null,
    mime_type text,
    bytes bigint,
    duration_seconds numeric,
    -- What the ends of segments are held against; a foreign key cannot refer to null.
    duration_limit numeric not null generated always as (coalesce(duration_seconds, 'Infinity'::numeric)) stored,
    status share.processing_status not null default 'pending',
    metadata jsonb not null default '{}',
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    deleted_at timestamptz,
    is_deleted boolean not null generated always as (deleted_at is not null) stored,
    constraint file_pkey primary key (account_id, file_id),
    constraint file_duration_key unique (account_id, file_id, duration_limit),
    constraint file_living_key unique (account_id, file_id, is_deleted),
    constraint file_drive_fkey foreign key (account_id, drive_id) references share.drive (account_id, drive_id),
    constraint file_external_id_check check (pg_catalog.length(external_id) between 1 and 255 and external_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint file_path_check check (
        pg_catalog.octet_length(path) <= 1024 and path ~ '^(/[^/\x01-\x1F\x7F-\x9F]+)+$' and path !~ '(^|/)\.\.?(/|$)|\\'
        and pg_catalog.octet_length(pg_catalog.regexp_replace(path, '^.*/', '')) <= 255
    ),
    constraint file_mime_type_check check (pg_catalog.length(mime_type) <= 255 and mime_type ~ '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$'),
    constraint file_bytes_check check (bytes >= 0),
    constraint file_duration_check check (duration_seconds > 0 and duration_seconds < 'Infinity'),
    constraint file_metadata_check check (
        pg_catalog.jsonb_typeof(metadata) = 'object' and pg_catalog.octet_length(metadata::text) <= 1048576
    )
);
create unique index file_path_key on share.file (account_id, drive_id, path) where not is_deleted;
create unique index file_external_id_key on share.file (account_id, external_id) where not is_deleted;
create index file_folder_idx on share.file (account_id, drive_id, path text_pattern_ops) where not is_deleted;
create index file_id_idx on share.file (file_id);
create index file_created_idx on share.file (account_id, created_at, file_id) where not is_deleted;
create index file_filename_idx on share.file (account_id, filename, file_id) where not is_deleted;
create index file_list_all_idx on share.file (created_at, file_id) where not is_deleted;
create index file_status_idx on share.file (account_id, status, created_at, file_id) where not is_deleted;
create index file_stream_delivery_idx on share.file (account_id, stream_delivery) where stream_delivery is not null;
create index file_download_delivery_idx on share.file (account_id, download_delivery) where download_delivery is not null;
create index file_preview_delivery_idx on share.file (account_id, preview_delivery) where preview_delivery is not null;
create trigger file_status_guard before update of status on share.file
    for each row when (old.status is distinct from new.status) execute function share.file_status_guard();
comment on table share.file is 'Pieces of media. Rows of deleted files stay.';
comment on column share.file.account_id is 'Account.';
comment on column share.file.file_id is 'Id of the file.';
comment on column share.file.drive_id is 'Drive that the file lies on.';
comment on column share.file.external_id is 'The application''s own id, unique among the account''s living files, 1 to 255 characters.';
comment on column share.file.path is 'Path on the drive, unique among its living files: begins with a slash, no empty, . or .. part, no backslash, at most 1,024 bytes, the last part 255.';
comment on column share.file.filename is 'Last part of the path.';
comment on column share.file.media_type is 'Kind of media.';
comment on column share.file.mime_type is 'MIME type of the source.';
comment on column share.file.bytes is 'Size of the source in bytes.';
comment on column share.file.duration_seconds is 'Length in seconds, null while unknown.';
comment on column share.file.duration_limit is 'Where segments must end: the duration, infinity while unknown.';
comment on column share.file.status is 'Processing of the media.';
comment on column share.file.metadata is 'The application''s own data, a JSON object of at most 1 MiB.';
comment on column share.file.stream_delivery is 'Delivery of this file''s streams, null for the account''s.';
comment on column share.file.download_delivery is 'Delivery of this file''s downloads, null for the account''s.';
comment on column share.file.preview_delivery is 'Delivery of this file''s previews, null for the account''s.';
comment on column share.file.created_at is 'When the file was made.';
comment on column share.file.updated_at is 'When the file was last changed.';
comment on column share.file.deleted_at is 'When the file was deleted, null for a living one.';
comment on column share.file.is_deleted is 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';
comment on index share.file_path_key is 'One living file for each path of a drive.';
comment on index share.file_external_id_key is 'One living file for each external id of an account.';
comment on index share.file_folder_idx is 'The files below a folder.';
comment on index share.file_id_idx is 'Look-up without the account.';
comment on index share.file_created_idx is 'Pages of share.file_list() by time.';
comment on index share.file_filename_idx is 'Pages of share.file_list() by name.';
comment on index share.file_list_all_idx is 'Pages of all files, for operators.';
comment on index share.file_status_idx is 'Pages of files of one status.';
comment on index share.file_stream_delivery_idx is 'Files that name a delivery of their own for streams.';
comment on index share.file_download_delivery_idx is 'Files that name a delivery of their own for downloads.';
comment on index share.file_preview_delivery_idx is 'Files that name a delivery of their own for previews.';
comment on trigger file_status_guard on share.file is 'Refuses status moves that are not listed.';
comment on constraint file_pkey on share.file is 'One row for each file.';
comment on constraint file_duration_key on share.file is 'What segments refer to, so that they end inside the file.';
comment on constraint file_living_key on share.file is 'What living shares refer to.';
comment on constraint file_drive_fkey on share.file is 'Lies on a drive of its account.';
comment on constraint file_external_id_check on share.file is '1 to 255 characters, no control characters.';
comment on constraint file_path_check on share.file is 'Begins with a slash; no empty, . or .. part, no backslash or control character; at most 1,024 bytes, the last part 255.';
comment on constraint file_mime_type_check on share.file is 'type/subtype.';
comment on constraint file_bytes_check on share.file is 'Not negative.';
comment on constraint file_duration_check on share.file is 'More than 0 seconds, and not infinite.';
comment on constraint file_metadata_check on share.file is 'A JSON object of at most 1 MiB as text.';
