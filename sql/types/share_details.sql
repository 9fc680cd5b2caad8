create type share.share_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    title text,
    description text,
    metadata jsonb,
    visibility share.visibility,
    link_preview share.link_preview,
    status share.processing_status,
    state share.share_state,
    asset_type share.asset_type,
    created_at timestamptz,
    updated_at timestamptz,
    starts_at timestamptz,
    expires_at timestamptz,
    preview_url text,
    media_download_url text,
    media_download_expires_at timestamptz,
    share_url text,
    stream_url text,
    stream_expires_at timestamptz,
    preview_expires_at timestamptz,
    stream_cookie text,
    permissions text[],
    has_password boolean,
    recipients_only boolean,
    prove_email boolean,
    email_domains text[],
    restrictions jsonb,
    terms_version text,
    watermark text,
    slug text,
    exclusive boolean,
    exhausted_at timestamptz,
    disabled_at timestamptz,
    revoked_at timestamptz,
    revoked_reason text
);
comment on type share.share_details is 'One share with its signed URLs, as the functions return it. The URLs are made anew by each call, are never stored, and are null unless the share is active.';
comment on column share.share_details.id is 'Id of the share.';
comment on column share.share_details.account_id is 'Account that owns the share.';
comment on column share.share_details.file_id is 'File that is shared.';
comment on column share.share_details.file_segment_id is 'Segment that is shared, null for the whole file.';
comment on column share.share_details.owner_id is 'The application''s id of the user who owns the share.';
comment on column share.share_details.title is 'Title to show.';
comment on column share.share_details.description is 'Description to show.';
comment on column share.share_details.metadata is 'The application''s own data, a JSON object.';
comment on column share.share_details.visibility is 'Who may open the share.';
comment on column share.share_details.link_preview is 'How much of a private share a link card may show.';
comment on column share.share_details.status is 'Processing of the shared file''s media.';
comment on column share.share_details.state is 'Life of the link at the time of the call.';
comment on column share.share_details.asset_type is 'Whether a file or a segment is shared.';
comment on column share.share_details.created_at is 'When the share was made.';
comment on column share.share_details.updated_at is 'When the share was last changed.';
comment on column share.share_details.starts_at is 'When the share begins to be active, null for at once.';
comment on column share.share_details.expires_at is 'When the share ends, null for never.';
comment on column share.share_details.preview_url is 'Thumbnail of the segment, else of the file.';
comment on column share.share_details.media_download_url is 'Download of the source, with its file name where the delivery''s scheme can carry one.';
comment on column share.share_details.media_download_expires_at is 'When media_download_url ends, null where it does not.';
comment on column share.share_details.share_url is 'Page to hand out, null while pg_share.link_base_url is not set.';
comment on column share.share_details.stream_url is 'HLS stream, null until the media is completed.';
comment on column share.share_details.stream_expires_at is 'When stream_url ends, null where it does not.';
comment on column share.share_details.preview_expires_at is 'When preview_url ends, null where it does not.';
comment on column share.share_details.stream_cookie is 'What the player must send with stream_url and what follows from it, as name=value; several are joined by "; ". Null where the URL carries its own signature.';
comment on column share.share_details.permissions is 'What the holder of the link may do.';
comment on column share.share_details.has_password is 'Whether a password must be given.';
comment on column share.share_details.recipients_only is 'Whether only the shares recipients may open it.';
comment on column share.share_details.prove_email is 'Whether who opens must have proved a mail address.';
comment on column share.share_details.email_domains is 'Domains that a proved mail address must be of, null for any.';
comment on column share.share_details.restrictions is 'From where it may be opened.';
comment on column share.share_details.terms_version is 'Version of the terms that must be accepted, null without terms.';
comment on column share.share_details.watermark is 'Text to show over the picture.';
comment on column share.share_details.slug is 'Chosen address, null for the id.';
comment on column share.share_details.exclusive is 'Whether the share holds the one slot of its target and visibility.';
comment on column share.share_details.exhausted_at is 'When the last allowed opening was taken.';
comment on column share.share_details.disabled_at is 'When the share was switched off, null while it is on.';
comment on column share.share_details.revoked_at is 'When the share was revoked.';
comment on column share.share_details.revoked_reason is 'Why.';
