create type share.signed_url as (
    share_id uuid,
    url text,
    expires_at timestamptz,
    cookie text
);
comment on type share.signed_url is 'One signed URL of a share.';
comment on column share.signed_url.share_id is 'Share that the URL belongs to.';
comment on column share.signed_url.url is 'The URL, null when the share has nothing of the kind to give at this time, or when the URL would be too long for verifiers.';
comment on column share.signed_url.expires_at is 'When the URL ends, null where it does not.';
comment on column share.signed_url.cookie is 'What must be sent with the URL, as name=value; several are joined by "; ". Null where the URL carries its own signature.';
