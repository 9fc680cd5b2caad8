create function share.comment_resolve(
    file_id uuid,
    comment_id uuid,
    resolved boolean default true,
    url text default null,
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
    was_resolved boolean;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    found_comment := share.comment_find(access, comment_id, visit_token, context);
    resolved := coalesce(resolved, true);
    perform share.comment_guest_take(access, context);
    select c.resolved_at is not null into was_resolved
    from share.comment c
    where c.account_id = access.account_id and c.comment_id = found_comment.thread_id
    for no key update;
    if resolved <> was_resolved then
        update share.comment c
        set resolved_at = case when resolved then statement_timestamp() end, resolver_kind = case when resolved then access.actor_kind end,
            resolver = case when resolved then access.actor end, resolver_name = case when resolved then access.actor_name end, updated_at = statement_timestamp()
        where c.account_id = access.account_id and c.comment_id = found_comment.thread_id;
        perform share.event_add(access.account_id, access.share_id, case when resolved then 'comment.resolved' else 'comment.reopened' end, jsonb_build_object(
                'comment_id', found_comment.thread_id, 'file_id', access.file_id, 'author_kind', access.actor_kind, 'author', access.actor),
            recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    end if;
    if url is not null and (found_comment.is_own or access.is_member) then
        update share.comment c set url = share.comment_url(comment_resolve.url, c.comment_id)
        where c.account_id = access.account_id and c.comment_id = comment_resolve.comment_id;
    end if;
    return share.comment_one(access, found_comment.thread_id);
end
$$;
comment on function share.comment_resolve is 'Resolves the thread of a comment, or with resolved => false opens it again; null means true, and nothing toggles. Who and when stand at the first comment of the thread, which is returned. Through a share with the permission comment, others'' comments also with comments_view. Errors: 22023, 23514, 42501, PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
