create function share.comment_update(
    file_id uuid,
    comment_id uuid,
    content text default null,
    mentions text[] default null,
    is_public boolean default null,
    url text default null,
    at_seconds numeric default 'NaN',
    duration_seconds numeric default 'NaN',
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.comment_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    found_comment record;
    held record;
    thread_public boolean;
    made_public boolean;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    found_comment := share.comment_find(access, comment_id, visit_token, context);
    if not found_comment.is_own then
        perform share.comment_moderate(access);
        if content is not null or mentions is not null or at_seconds is distinct from 'NaN' or duration_seconds is distinct from 'NaN' then
            perform share.refuse('42501', 'only who wrote a comment changes what it says', 'id: ' || comment_id, 'editors may change is_public and url, and delete it');
        end if;
    end if;
    perform share.comment_guest_take(access, context);
    -- The thread first, as all do who change something in it.
    select c.is_public into thread_public
    from share.comment c
    where c.account_id = access.account_id and c.comment_id = found_comment.thread_id
    for no key update;
    select c.* into held
    from share.comment c
    where c.account_id = access.account_id and c.comment_id = comment_update.comment_id
    for no key update;
    if held.deleted_at is not null then
        perform share.refuse('PT404', 'comment not found', 'id: ' || comment_id);
    end if;
    content := coalesce(share.text_check('content', content, 10000), held.content);
    -- Before the table does: its error would show the row.
    if length(content) = 0 or content ~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]' then
        perform share.refuse('23514', 'not the text of a comment', 'characters: ' || length(content), 'text without control characters, but tabs and line breaks', 'comment_content_check', 'comment');
    end if;
    is_public := coalesce(is_public, held.is_public);
    -- What is not given stays; null and -1 take away, the time with its duration.
    at_seconds := case when at_seconds = 'NaN' then held.at_seconds when at_seconds = -1 then null else trim_scale(round(at_seconds, 6)) end;
    duration_seconds := case when at_seconds is null and duration_seconds = 'NaN' then null when duration_seconds = 'NaN' then held.duration_seconds
        when duration_seconds = -1 then null else nullif(trim_scale(round(duration_seconds, 6)), 0) end;
    if held.parent_id is not null and at_seconds is not null then
        perform share.refuse('22023', 'a reply has no time of its own', 'id: ' || comment_id, 'change the first comment of the thread');
    elsif not is_public and not access.is_member then
        perform share.refuse('22023', 'a comment through a share is public', 'is_public: false', 'members alone write what only members see');
    elsif is_public and not thread_public and held.parent_id is not null then
        perform share.refuse('22023', 'a reply is public only in a public thread', 'thread_id: ' || held.thread_id, 'make the first comment of the thread public');
    elsif (at_seconds, duration_seconds) is distinct from (held.at_seconds, held.duration_seconds) then
        perform share.comment_times_check(access, at_seconds, duration_seconds);
    end if;
    if (content, at_seconds, duration_seconds, is_public) is distinct from (held.content, held.at_seconds, held.duration_seconds, held.is_public) then
        insert into share.comment_edit (account_id, comment_id, edit_id, content, at_seconds, duration_seconds, is_public, editor_kind, editor, editor_name)
        values (access.account_id, held.comment_id, share.new_id(), held.content, held.at_seconds, held.duration_seconds, held.is_public,
            access.actor_kind, access.actor, coalesce(access.actor_name, held.author_name));
    end if;
    made_public := is_public and not held.is_public;
    -- What members keep to themselves, they keep with all that was said to it.
    if held.parent_id is null and held.is_public and not is_public then
        update share.comment c set is_public = false, updated_at = statement_timestamp()
        where c.account_id = access.account_id and c.file_id = access.file_id and c.thread_id = held.comment_id and c.parent_id is not null and c.is_public;
    elsif held.parent_id is not null and is_public <> held.is_public then
        update share.comment c set public_reply_count = c.public_reply_count + case when made_public then 1 else -1 end
        where c.account_id = access.account_id and c.comment_id = held.thread_id;
    end if;
    update share.comment c
    set content = comment_update.content, at_seconds = comment_update.at_seconds, duration_seconds = comment_update.duration_seconds,
        is_public = comment_update.is_public, url = coalesce(share.comment_url(comment_update.url, c.comment_id), c.url),
        public_reply_count = case when comment_update.is_public then c.public_reply_count else 0 end,
        edited_at = case when (comment_update.content, comment_update.at_seconds, comment_update.duration_seconds) is distinct from (c.content, c.at_seconds, c.duration_seconds)
            then statement_timestamp() else c.edited_at end,
        updated_at = statement_timestamp()
    where c.account_id = access.account_id and c.comment_id = held.comment_id;
    -- Who may not see it any more is not mentioned any more.
    if not is_public and held.is_public then
        delete from share.comment_mention m
        using share.comment c
        where c.account_id = access.account_id and c.file_id = access.file_id and c.thread_id = held.thread_id and not c.is_public
            and m.account_id = c.account_id and m.comment_id = c.comment_id and m.kind <> 'user';
    end if;
    perform share.comment_mention_put(access, comment_id, mentions);
    perform share.event_add(access.account_id, access.share_id, 'comment.updated', jsonb_build_object(
            'comment_id', comment_id, 'file_id', access.file_id, 'is_public', is_public, 'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return share.comment_one(access, comment_id);
end
$$;
comment on function share.comment_update is 'Changes a comment: what is not given stays, and share.comment_edit_list() has what was before. at_seconds and duration_seconds are taken away by null or -1, the time with its duration. Its author may change all; editors of the account is_public and url of others'' comments. A thread that is made internal becomes so with all its replies, and they stay so. Errors: 22023, 23514, 42501, PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
