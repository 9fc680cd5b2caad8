create type share.attachment_upload as (
    id uuid,
    url text,
    expires_at timestamptz,
    content_type text,
    attachment_token text,
    token_expires_at timestamptz
);
comment on type share.attachment_upload is 'The begin of an upload.';
comment on column share.attachment_upload.id is 'Id of the attachment.';
comment on column share.attachment_upload.url is 'Signed URL that takes the object by HTTP PUT.';
comment on column share.attachment_upload.expires_at is 'When the URL ends.';
comment on column share.attachment_upload.content_type is 'Content type that the upload must send, null where the URL binds none.';
comment on column share.attachment_upload.attachment_token is 'Token that stands for the attachment in share.comment_add() and share.thumbnail_set().';
comment on column share.attachment_upload.token_expires_at is 'When the token ends.';
