create type share.found_file as (
    id uuid,
    account_id uuid,
    account_name text,
    drive_id uuid,
    drive_name text,
    path text,
    filename text,
    external_id text,
    media_type share.media_type,
    bytes bigint,
    duration_seconds numeric,
    status share.processing_status,
    created_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.found_file is 'One file of a search; in the last row without an id, where it stopped.';
comment on column share.found_file.id is 'Id of the file; null in the last row when the search stopped before its page was full.';
comment on column share.found_file.account_id is 'Account.';
comment on column share.found_file.account_name is 'Name of the account.';
comment on column share.found_file.drive_id is 'Drive.';
comment on column share.found_file.drive_name is 'Name of the drive.';
comment on column share.found_file.path is 'Path in the drive.';
comment on column share.found_file.filename is 'Last part of the path.';
comment on column share.found_file.external_id is 'The application''s own id.';
comment on column share.found_file.media_type is 'Kind of the media.';
comment on column share.found_file.bytes is 'Size of the original.';
comment on column share.found_file.duration_seconds is 'Length in seconds.';
comment on column share.found_file.status is 'Processing of the media.';
comment on column share.found_file.created_at is 'When it was registered.';
comment on column share.found_file.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.found_file.seen is 'In the row without an id: how many files were looked at.';
