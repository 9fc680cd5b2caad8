create function share.comment_delete(
    file_id uuid,
    comment_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    found_comment record;
    was_public boolean;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    found_comment := share.comment_find(access, comment_id, visit_token, context);
    if not found_comment.is_own then
        perform share.comment_moderate(access);
    end if;
    -- The thread first, as all do who change something in it.
    perform from share.comment c where c.account_id = access.account_id and c.comment_id = found_comment.thread_id for no key update;
    select c.is_public into was_public
    from share.comment c
    where c.account_id = access.account_id and c.comment_id = comment_delete.comment_id and c.deleted_at is null
    for no key update;
    if not found then
        perform share.refuse('PT404', 'comment not found', 'id: ' || comment_id);
    end if;
    delete from share.comment_mention m where m.account_id = access.account_id and m.comment_id = comment_delete.comment_id;
    delete from share.comment_reaction r where r.account_id = access.account_id and r.comment_id = comment_delete.comment_id;
    delete from share.comment_attachment a where a.account_id = access.account_id and a.comment_id = comment_delete.comment_id;
    delete from share.comment_edit e where e.account_id = access.account_id and e.comment_id = comment_delete.comment_id;
    update share.comment c
    set deleted_at = statement_timestamp(), updated_at = statement_timestamp(), content = null, anchor = null, annotation = null, url = null
    where c.account_id = access.account_id and c.comment_id = comment_delete.comment_id;
    if found_comment.parent_id is not null then
        update share.comment c
        set reply_count = c.reply_count - 1, public_reply_count = c.public_reply_count - was_public::integer, updated_at = statement_timestamp()
        where c.account_id = access.account_id and c.comment_id = found_comment.thread_id;
    end if;
    perform share.event_add(access.account_id, access.share_id, 'comment.deleted', jsonb_build_object(
            'comment_id', comment_id, 'file_id', access.file_id, 'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return row(comment_id, 'comment')::share.deleted_object;
end
$$;
comment on function share.comment_delete is 'Deletes a comment: its text and all that hangs on it are gone, but its replies stay, and while there are any it is listed without text. For its author, and for editors of the account. The objects of its attachments are the application''s to remove. A second time PT404. Errors: 22023, 42501, PT401, PT404, and as a visit gives them PT410, PT429.';
