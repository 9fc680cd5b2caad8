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
    stream_cookie text
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
