create type share.origin_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    file_segment_id uuid,
    kind text,
    path text,
    mime_type text,
    bytes bigint,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.origin_details is 'One stored object of a file or segment as the functions return it.';
comment on column share.origin_details.id is 'Id of the origin.';
comment on column share.origin_details.account_id is 'Account that the origin belongs to.';
comment on column share.origin_details.file_id is 'File that the object belongs to.';
comment on column share.origin_details.file_segment_id is 'Segment that the object belongs to, null for one of the whole file.';
comment on column share.origin_details.kind is 'What the object is: source, proxy, stream or thumbnail.';
comment on column share.origin_details.path is 'Path below the base URL of the delivery.';
comment on column share.origin_details.mime_type is 'MIME type of the object.';
comment on column share.origin_details.bytes is 'Size of the object in bytes.';
comment on column share.origin_details.created_at is 'When the origin was first put.';
comment on column share.origin_details.updated_at is 'When the origin was last put.';
