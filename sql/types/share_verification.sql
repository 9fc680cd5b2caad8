create type share.share_verification as (
    valid boolean,
    reason text,
    share_id uuid,
    action text,
    expires_at timestamptz,
    window_start numeric,
    window_end numeric,
    kid text
);
comment on type share.share_verification is 'What a signed URL or token is worth.';
comment on column share.share_verification.valid is 'Whether the request would be rightly served.';
comment on column share.share_verification.reason is 'Why not, null when valid: malformed, unknown_key, key_revoked, bad_signature, expired, out_of_scope, unknown_delivery, unknown_share, superseded, or the state of the share.';
comment on column share.share_verification.share_id is 'Share that it was signed for, null where the scheme does not carry it.';
comment on column share.share_verification.action is 'stream, download or preview.';
comment on column share.share_verification.expires_at is 'When it ends.';
comment on column share.share_verification.window_start is 'Start of the clip window in seconds of the file.';
comment on column share.share_verification.window_end is 'End of the clip window in seconds of the file.';
comment on column share.share_verification.kid is 'Id of the key that signed it.';
