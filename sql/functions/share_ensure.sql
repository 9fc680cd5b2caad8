create function share.share_ensure(
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
    return share.share_insert('return', file_id, file_segment_id, title, description, metadata, visibility, link_preview, owner_id,
        starts_at, expires_at, duration_hours, duration_code, account_id);
end
$$;
comment on function share.share_ensure is 'Returns the active share of this target and visibility as it is, or makes it as share.share_create() does. Harmless to repeat. Errors: as share.share_create, but for 23505.';
