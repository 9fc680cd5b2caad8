create view share.files with (security_invoker = true) as
select
    f.file_id as id,
    f.account_id,
    f.drive_id,
    f.external_id,
    f.path,
    f.filename,
    f.media_type,
    f.mime_type,
    f.bytes,
    f.duration_seconds,
    f.status,
    f.metadata,
    f.stream_delivery,
    f.download_delivery,
    f.preview_delivery,
    f.created_at,
    f.updated_at
from share.file f
where not f.is_deleted;
comment on view share.files is 'Files that are not deleted.';
comment on column share.files.id is 'Id of the file.';
comment on column share.files.account_id is 'Account that the file belongs to.';
comment on column share.files.drive_id is 'Drive that the file lies on.';
comment on column share.files.external_id is 'The application''s own id of the file, unique in the account.';
comment on column share.files.path is 'Path on the drive, from its root.';
comment on column share.files.filename is 'Last part of the path.';
comment on column share.files.media_type is 'Kind of media.';
comment on column share.files.mime_type is 'MIME type of the source.';
comment on column share.files.bytes is 'Size of the source in bytes.';
comment on column share.files.duration_seconds is 'Length in seconds, null while unknown.';
comment on column share.files.status is 'Processing of the media.';
comment on column share.files.metadata is 'The application''s own data, a JSON object.';
comment on column share.files.stream_delivery is 'Delivery of this file''s streams, null for the account''s.';
comment on column share.files.download_delivery is 'Delivery of this file''s downloads, null for the account''s.';
comment on column share.files.preview_delivery is 'Delivery of this file''s previews, null for the account''s.';
comment on column share.files.created_at is 'When the file was made.';
comment on column share.files.updated_at is 'When the file was last changed.';
