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
    account_id uuid default null,
    password text default null,
    permissions text[] default null,
    restrictions jsonb default null,
    max_opens integer default null,
    max_plays integer default null,
    max_downloads integer default null,
    recipients jsonb default null,
    recipients_only boolean default null,
    prove_email boolean default null,
    email_domains text[] default null,
    items jsonb default null,
    slug text default null,
    terms text default null,
    terms_version text default null,
    watermark text default null,
    follow_stack boolean default null
)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.share_insert('return', file_id, file_segment_id, title, description, metadata, visibility, link_preview, owner_id,
        starts_at, expires_at, duration_hours, duration_code, account_id, recipients, items,
        case when num_nonnulls(password, permissions, restrictions, max_opens, max_plays, max_downloads, recipients_only, prove_email,
            email_domains, slug, terms, terms_version, watermark, follow_stack) = 0 then '{}'
        else jsonb_strip_nulls(jsonb_build_object('password', password, 'permissions', permissions, 'restrictions', restrictions,
            'max_opens', max_opens, 'max_plays', max_plays, 'max_downloads', max_downloads, 'recipients_only', recipients_only,
            'prove_email', prove_email, 'email_domains', email_domains, 'slug', slug, 'terms', terms, 'terms_version', terms_version,
            'watermark', watermark, 'follow_stack', follow_stack)) end);
end
$$;
comment on function share.share_ensure is 'Returns the active share of this target and visibility as it is, or makes it as share.share_create() does. Harmless to repeat. Errors: as share.share_create, but for 23505.';
