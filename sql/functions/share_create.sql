create function share.share_create(
    file_id uuid,
    file_segment_id uuid default null,
    title text default null,
    description text default null,
    metadata jsonb default '{}',
    visibility share.visibility default 'public',
    link_preview share.link_preview default 'none',
    owner_id text default null,
    starts_at timestamptz default null,
    expires_at timestamptz default null,
    duration_hours integer default null,
    duration_code text default null,
    account_id uuid default null
)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.share_insert('raise', file_id, file_segment_id, title, description, metadata, visibility, link_preview, owner_id,
        starts_at, expires_at, duration_hours, duration_code, account_id);
end
$$;
comment on function share.share_create is 'Shares a video or audio file, or a segment of it, and returns the share with its signed URLs. One active share for each target and visibility: a second one is 23505 (share_active_key) with the existing id in DETAIL. The end is one of expires_at, duration_hours, duration_code (1h, 1d, 7d, 30d, never). Errors: 22023, 22P02, 23505, 23514, 40001, 42501, PT401, PT404, PT413.';
