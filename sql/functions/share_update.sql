create function share.share_update(id uuid, patch jsonb, account_id uuid default null)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan the password.
set plan_cache_mode = force_generic_plan
as $$
declare
    account uuid;
    state share.share_state;
    old_start timestamptz;
    old_end timestamptz;
    new_start timestamptz;
    new_end timestamptz;
    gates jsonb;
    policy jsonb;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{title,description,metadata,link_preview,owner_id,starts_at,expires_at,permissions,password,restrictions,max_opens,max_plays,max_downloads,recipients_only,prove_email,email_domains,slug,terms,terms_version,watermark,follow_stack}');
    account := share.share_account(id, account_id, 'editor');
    if patch = '{}' then
        return share.share_one(account, id);
    end if;
    perform share.require_argument('link_preview', share.patch_text(patch, 'link_preview', '') is null);
    if patch ?| '{expires_at,max_opens}' then
        -- An ended share may come back: whoever wants its slot holds or awaits this row, and takes it before the share's.
        perform from share.file f
        where f.account_id = account
            and f.file_id = (select s.file_id from share.share s where s.account_id = account and s.share_id = share_update.id)
        for update;
    end if;
    select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()),
        s.starts_at, s.expires_at
    into state, old_start, old_end
    from share.share s
    where s.account_id = account and s.share_id = share_update.id and not s.is_deleted
    for no key update;
    if not found then
        perform share.authorize(null, 'editor', 'share', id::text);
    elsif state = 'revoked' or state = 'expired' and not patch ? 'expires_at' then
        perform share.refuse('PT410', 'the share has ended', format('id: %s, state: %s', id, state), 'create a new share');
    end if;
    new_start := case when patch ? 'starts_at' then share.patch_text(patch, 'starts_at', null)::timestamptz else old_start end;
    new_end := case when patch ? 'expires_at'
        then share.share_end_time(share.patch_text(patch, 'expires_at', null)::timestamptz, null, null, null) else old_end end;
    policy := (
        select share.policy_of(f.account_id, f.drive_id)
        from share.share s
        join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
        where s.account_id = account and s.share_id = share_update.id
    );
    if patch ? 'expires_at' and policy <> '{}' then
        new_end := share.policy_end(policy, new_start, new_end);
    end if;
    if state = 'expired' or state = 'exhausted' and patch ? 'max_opens' then
        perform share.share_slot_check(account, id);
    end if;
    update share.share s
    set title = case when patch ? 'title' then share.text_check('title', share.patch_text(patch, 'title', null), current_setting('pg_share.title_max_length')::integer)
            else s.title end,
        description = share.text_check('description', share.patch_text(patch, 'description', s.description), 10000),
        metadata = share.patch_metadata(patch, s.metadata),
        link_preview = share.patch_text(patch, 'link_preview', s.link_preview::text)::share.link_preview,
        owner_id = share.text_check('owner_id', share.patch_text(patch, 'owner_id', s.owner_id), 255),
        starts_at = new_start,
        expires_at = new_end,
        ended_at = case when s.exhausted_at is null or patch ? 'max_opens' then null else s.ended_at end,
        updated_at = statement_timestamp()
    where s.account_id = account and s.share_id = share_update.id;
    gates := patch - '{title,description,metadata,link_preview,owner_id,starts_at,expires_at}'::text[];
    if gates <> '{}' then
        perform share.gates_apply(account, id, gates, policy);
    end if;
    perform share.event_add(account, id, 'share.updated', jsonb_build_object('changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    return share.share_one(account, id);
end
$$;
comment on function share.share_update is 'Changes a share by a patch of title, description, metadata, link_preview, owner_id, starts_at, expires_at, password, permissions (view, download, comment, comments_view, metadata_view, metadata_edit, upload, stack_view), restrictions (referrers, embed_domains, addresses, blocked_addresses, countries, blocked_countries, user_agents, blocked_user_agents: lists; allow_no_referrer, bind_address), max_opens, max_plays, max_downloads (visits), recipients_only, prove_email, email_domains, slug, terms and terms_version, watermark, follow_stack (visitors see the newest version of the stack that the file is in); absent keeps, null clears, metadata is replaced as one value. visibility and everything else is refused. An expired share comes back with a new expires_at unless its slot is taken (23505). Errors: 22007, 22008, 22023, 22P02, 23505 (share_active_key, slug_pkey), 23514, 40001, 42501, PT401, PT404, PT410 (revoked or expired), PT413.';
