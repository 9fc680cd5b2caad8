create view share.origins with (security_invoker = true) as
select
    o.origin_id as id,
    o.account_id,
    o.file_id,
    o.file_segment_id,
    o.kind,
    o.path,
    o.mime_type,
    o.bytes,
    o.created_at,
    o.updated_at
from share.origin o;
comment on view share.origins is 'Stored objects of files and segments.';
comment on column share.origins.id is 'Id of the origin.';
comment on column share.origins.account_id is 'Account that the origin belongs to.';
comment on column share.origins.file_id is 'File that the object belongs to.';
comment on column share.origins.file_segment_id is 'Segment that the object belongs to, null for one of the whole file.';
comment on column share.origins.kind is 'What the object is: source, proxy, stream or thumbnail.';
comment on column share.origins.path is 'Path below the base URL of the delivery.';
comment on column share.origins.mime_type is 'MIME type of the object.';
comment on column share.origins.bytes is 'Size of the object in bytes.';
comment on column share.origins.created_at is 'When the origin was first put.';
comment on column share.origins.updated_at is 'When the origin was last put.';
