create type share.file_details as (
    id uuid,
    account_id uuid,
    drive_id uuid,
    external_id text,
    path text,
    filename text,
    media_type share.media_type,
    mime_type text,
    bytes bigint,
    duration_seconds numeric,
    status share.processing_status,
    metadata jsonb,
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.file_details is 'One file as the functions return it.';
comment on column share.file_details.id is 'Id of the file.';
comment on column share.file_details.account_id is 'Account that the file belongs to.';
comment on column share.file_details.drive_id is 'Drive that the file lies on.';
comment on column share.file_details.external_id is 'The application''s own id of the file, unique in the account.';
comment on column share.file_details.path is 'Path on the drive, from its root.';
comment on column share.file_details.filename is 'Last part of the path.';
comment on column share.file_details.media_type is 'Kind of media.';
comment on column share.file_details.mime_type is 'MIME type of the source.';
comment on column share.file_details.bytes is 'Size of the source in bytes.';
comment on column share.file_details.duration_seconds is 'Length in seconds, null while unknown.';
comment on column share.file_details.status is 'Processing of the media.';
comment on column share.file_details.metadata is 'The application''s own data, a JSON object.';
comment on column share.file_details.stream_delivery is 'Delivery of this file''s streams, null for the account''s.';
comment on column share.file_details.download_delivery is 'Delivery of this file''s downloads, null for the account''s.';
comment on column share.file_details.preview_delivery is 'Delivery of this file''s previews, null for the account''s.';
comment on column share.file_details.created_at is 'When the file was made.';
comment on column share.file_details.updated_at is 'When the file was last changed.';
