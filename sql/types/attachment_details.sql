create type share.attachment_details as (
    id uuid,
    file_id uuid,
    comment_id uuid,
    name text,
    mime_type text,
    size bigint,
    state text,
    url text,
    expires_at timestamptz,
    created_at timestamptz
);
comment on type share.attachment_details is 'A file that hangs on a comment.';
comment on column share.attachment_details.id is 'Id of the attachment.';
comment on column share.attachment_details.file_id is 'File whose comment it is for.';
comment on column share.attachment_details.comment_id is 'Comment that it hangs on, null until one takes it.';
comment on column share.attachment_details.name is 'File name.';
comment on column share.attachment_details.mime_type is 'MIME type.';
comment on column share.attachment_details.size is 'Size in bytes, as it was announced.';
comment on column share.attachment_details.state is 'pending, or uploaded.';
comment on column share.attachment_details.url is 'Signed URL to fetch it, null while it is pending and where no delivery serves downloads.';
comment on column share.attachment_details.expires_at is 'When the URL ends.';
comment on column share.attachment_details.created_at is 'When the upload was begun.';
