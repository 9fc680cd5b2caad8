create function share.share_insert(
    on_conflict text,
    file_id uuid,
    file_segment_id uuid,
    title text,
    description text,
    metadata jsonb,
    visibility share.visibility,
    link_preview share.link_preview,
    owner_id text,
    starts_at timestamptz,
    expires_at timestamptz,
    duration_hours integer,
    duration_code text,
    account_id uuid,
    recipients jsonb,
    items jsonb,
    gates jsonb
)
returns share.share_details
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the password.
set plan_cache_mode = force_generic_plan
as $$
declare
    account uuid;
    kind_of_media share.media_type;
    ends timestamptz;
    created uuid := share.new_id();
    holder uuid;
    holder_ends timestamptz;
    holder_exhausted timestamptz;
    policy jsonb;
    alone boolean;
    entry jsonb;
    fresh record;
    -- Takes what a function without a result gives: perform starts a query, which costs ten times as much.
    nothing text;
begin
    -- A call costs more than a look: what is not there is not checked.
    if num_nulls(file_id, visibility, link_preview) > 0 then
        perform share.require_argument('file_id', file_id is null);
        perform share.require_argument('visibility', visibility is null);
        perform share.require_argument('link_preview', link_preview is null);
    end if;
    -- Waits for a delete of the file that is under way and keeps the next one away until the end of the transaction. Who may not
    -- share the file keeps no lock: the refusal takes it back.
    select f.account_id, f.media_type, (select a.policy from share.account a where a.account_id = f.account_id)
        || (select d.policy from share.drive d where d.account_id = f.account_id and d.drive_id = f.drive_id)
    into account, kind_of_media, policy
    from share.file f
    where f.file_id = share_insert.file_id and (share_insert.account_id is null or f.account_id = share_insert.account_id) and not f.is_deleted
    for key share;
    nothing := share.authorize(account, 'editor', 'file', file_id::text);
    if num_nonnulls(expires_at, duration_hours, duration_code) > 0 then
        ends := share.share_end_time(expires_at, duration_hours, duration_code, starts_at);
    end if;
    if num_nonnulls(recipients, items) > 0 then
        perform share.list_check('recipients', recipients);
        perform share.list_check('items', items);
        if recipients is not null then
            gates := jsonb_build_object('recipients_only', true) || gates;
        end if;
    end if;
    -- Also where an existing share is returned: a bad argument is a mistake either way.
    if num_nonnulls(owner_id, description) > 0 then
        owner_id := share.text_check('owner_id', owner_id, 255);
        description := share.text_check('description', description, 10000);
    end if;
    if length(title) > current_setting('pg_share.title_max_length')::integer then
        title := share.text_check('title', title, current_setting('pg_share.title_max_length')::integer);
    end if;
    if metadata is distinct from '{}' then
        metadata := share.metadata_check(metadata);
    end if;
    if kind_of_media not in ('video', 'audio') then
        perform share.refuse('22023', 'only video and audio files can be shared', format('media_type: %s', kind_of_media));
    end if;
    if file_segment_id is not null then
        perform from share.segment g
        where g.account_id = account and g.file_id = share_insert.file_id and g.file_segment_id = share_insert.file_segment_id and not g.is_deleted
        for key share;
        if not found then
            perform share.authorize(null, 'editor', 'segment', file_segment_id::text);
        end if;
    end if;
    if policy <> '{}' then
        if policy ?| '{default_hours,maximum_hours}' then
            if ends is null and duration_code is null then
                ends := share.share_end_time(null, coalesce(policy -> 'default_hours', policy -> 'maximum_hours')::integer, null, starts_at);
            end if;
            ends := share.policy_end(policy, starts_at, ends);
        end if;
        if (policy -> 'password_required')::boolean and not gates ? 'password' then
            perform share.refuse('22023', 'the policy asks for a password', '', 'give password a value');
        end if;
    end if;
    -- One link for each target and visibility, but for those that are made for someone or show more.
    alone := recipients is null and items is null and (policy -> 'many_shares')::boolean is not true;
    for attempt in 1 .. 3 loop
        if on_conflict = 'raise' or attempt > 1 or not alone then
            insert into share.share (account_id, share_id, file_id, file_segment_id, owner_id, title, description, metadata,
                visibility, link_preview, starts_at, expires_at, exclusive)
            values (account, created, share_insert.file_id, share_insert.file_segment_id, share_insert.owner_id, share_insert.title,
                share_insert.description, share_insert.metadata,
                share_insert.visibility, share_insert.link_preview, share_insert.starts_at, ends, alone)
            on conflict do nothing
            returning * into fresh;
            if found then
                if gates <> '{}' then
                    perform share.gates_apply(account, created, gates, policy);
                    select s.* into fresh from share.share s where s.account_id = account and s.share_id = created;
                end if;
                if items is not null or recipients is not null then
                    for entry in select e.value from jsonb_array_elements(items) e loop
                        perform share.item_insert(account, created, entry);
                    end loop;
                    for entry in select e.value from jsonb_array_elements(recipients) e loop
                        perform share.recipient_insert(account, created, entry);
                    end loop;
                end if;
                nothing := share.event_add(account, created, 'share.created', jsonb_build_object(
                    'file_id', file_id, 'file_segment_id', file_segment_id, 'visibility', visibility, 'expires_at', ends));
                return share.share_shown(fresh);
            end if;
        end if;
        -- A new statement: in read committed it sees the row that the insert has met.
        select s.share_id, s.expires_at, s.exhausted_at into holder, holder_ends, holder_exhausted
        from share.share s
        where s.account_id = account and s.file_id = share_insert.file_id
            and s.file_segment_id is not distinct from share_insert.file_segment_id
            and s.visibility = share_insert.visibility and s.ended_at is null and s.exclusive;
        if found and (holder_ends <= statement_timestamp() or holder_exhausted is not null) then
            perform share.share_end_expired(account, holder);
        elsif found and on_conflict = 'return' then
            return share.share_one(account, holder);
        elsif found then
            perform share.refuse('23505', 'an active share of this visibility exists already', 'existing id: ' || holder,
                'use share.share_ensure(), which returns it, or end it first', 'share_active_key', 'share');
        end if;
    end loop;
    perform share.refuse('40001', 'the conflicting share is newer than the snapshot', '', 'try the transaction again');
    return null;
end
$$;
comment on function share.share_insert is 'Internal. Makes a share; one that is in the way raises (on_conflict raise) or is returned (return), and is ended first when it has expired or is exhausted. Errors: 22023, 22P02, 23505 (share_active_key), 23514, 40001, 42501, PT401, PT404, PT413.';
