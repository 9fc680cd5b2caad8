create function share.comment_reply(
    file_id uuid,
    comment_id uuid,
    content text,
    mentions text[] default '{}',
    url text default null,
    is_public boolean default null,
    guest_name text default null,
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
    parent record;
    thread_public boolean;
    made uuid := share.new_id();
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    perform share.require_argument('content', content is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    access.actor_name := share.actor_name(access, guest_name);
    parent := share.comment_find(access, comment_id, visit_token, context);
    is_public := coalesce(is_public, parent.is_public);
    perform share.comment_guest_take(access, context);
    -- The row of the thread is taken first by all who change something in it, so that nobody counts on what is over.
    update share.comment c
    set reply_count = c.reply_count + 1, public_reply_count = c.public_reply_count + comment_reply.is_public::integer, updated_at = statement_timestamp()
    where c.account_id = access.account_id and c.comment_id = parent.thread_id
    returning c.is_public into thread_public;
    if is_public and not thread_public then
        perform share.refuse('22023', 'a reply is public only in a public thread', 'thread_id: ' || parent.thread_id, 'make the first comment of the thread public');
    elsif not is_public and not access.is_member then
        perform share.refuse('22023', 'a comment through a share is public', 'is_public: false', 'members alone write what only members see');
    end if;
    insert into share.comment (account_id, comment_id, file_id, thread_id, parent_id, content, is_public, url, author_kind, author, author_name, share_id)
    values (access.account_id, made, access.file_id, parent.thread_id, comment_reply.comment_id, share.text_check('content', content, 10000),
        comment_reply.is_public, share.comment_url(url, made), access.actor_kind, access.actor, access.actor_name, access.share_id);
    perform share.comment_mention_put(access, made, mentions);
    perform share.event_add(access.account_id, access.share_id, 'comment.created', jsonb_build_object(
            'comment_id', made, 'file_id', access.file_id, 'thread_id', parent.thread_id, 'is_public', is_public,
            'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return share.comment_one(access, made);
end
$$;
comment on function share.comment_reply is 'Replies to a comment. Replies to replies stay in the thread of the first comment, however deep; parent_id says to which one. is_public is that of the comment which it replies to unless given, and true only in a public thread. url and mentions as in share.comment_add(). Through a share with the permission comment, to others'' comments also comments_view; a guest gives guest_name. Errors: 22023, 23514, 42501, PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
