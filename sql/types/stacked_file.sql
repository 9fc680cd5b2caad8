create type share.stacked_file as (
    stack_id uuid,
    stack_number integer,
    is_top boolean,
    id uuid,
    account_id uuid,
    drive_id uuid,
    path text,
    filename text,
    media_type share.media_type,
    mime_type text,
    bytes bigint,
    duration_seconds numeric,
    status share.processing_status,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.stacked_file is 'One version in a stack.';
comment on column share.stacked_file.stack_id is 'Stack.';
comment on column share.stacked_file.stack_number is 'Place in the stack, counted from 1: the newest version has the highest.';
comment on column share.stacked_file.is_top is 'Whether it is the newest version.';
comment on column share.stacked_file.id is 'Id of the file.';
comment on column share.stacked_file.account_id is 'Account that the file belongs to.';
comment on column share.stacked_file.drive_id is 'Drive that the file lies on.';
comment on column share.stacked_file.path is 'Path on the drive, from its root; null through a share without metadata_view.';
comment on column share.stacked_file.filename is 'Last part of the path.';
comment on column share.stacked_file.media_type is 'Kind of media.';
comment on column share.stacked_file.mime_type is 'MIME type of the source.';
comment on column share.stacked_file.bytes is 'Size of the source in bytes.';
comment on column share.stacked_file.duration_seconds is 'Length in seconds, null while unknown.';
comment on column share.stacked_file.status is 'Processing of the media.';
comment on column share.stacked_file.created_at is 'When the file was made.';
comment on column share.stacked_file.updated_at is 'When the file was last changed.';
