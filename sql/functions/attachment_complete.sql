create function share.attachment_complete(
    file_id uuid,
    attachment_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.attachment_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    result share.attachment_details;
    was text;
    is_own boolean;
begin
    perform share.ready();
    perform share.require_argument('attachment_id', attachment_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    if not access.is_member then
        perform share.file_enter(file_id, 'commenter', 'upload', visit_token, context);
    end if;
    select a.state, a.author_kind = access.actor_kind and a.author = access.actor into was, is_own
    from share.comment_attachment a
    where a.account_id = access.account_id and a.attachment_id = attachment_complete.attachment_id and a.file_id = access.file_id
    for no key update;
    if was is null or not is_own and not access.is_member then
        perform share.refuse('PT404', 'attachment not found', 'id: ' || attachment_id);
    elsif not is_own then
        perform share.comment_moderate(access);
    end if;
    if was = 'pending' then
        update share.comment_attachment a
        set state = 'uploaded', uploaded_at = statement_timestamp()
        where a.account_id = access.account_id and a.attachment_id = attachment_complete.attachment_id;
        perform share.event_add(access.account_id, access.share_id, 'attachment.uploaded', jsonb_build_object(
                'attachment_id', attachment_id, 'file_id', access.file_id, 'author_kind', access.actor_kind, 'author', access.actor),
            recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    end if;
    select d.* into result from share.attachment_describe(access, context, array[attachment_id]) d;
    return result;
end
$$;
comment on function share.attachment_complete is 'Says that the object of an attachment is stored; from then on it is listed and may be bound. For who began it, and for editors of the account. A second time changes nothing. Through a share with the permissions comment and upload. Errors: 22023, 42501, PT401, PT404, and as a visit gives them PT410, PT429.';
