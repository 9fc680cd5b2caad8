create function share.attachment_room(access share.file_access, comment_id uuid, more integer)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Held, so that two at once count each other, and none comes to a comment that is being deleted.
    perform from share.comment c where c.account_id = access.account_id and c.comment_id = attachment_room.comment_id and c.deleted_at is null for no key update;
    if not found then
        perform share.refuse('PT404', 'comment not found', 'id: ' || comment_id);
    elsif more + (
        select count(*) from share.comment_attachment a where a.account_id = access.account_id and a.comment_id = attachment_room.comment_id
    ) > 20 then
        perform share.refuse('22023', 'too many attachments to a comment', 'at most: 20');
    end if;
end
$$;
comment on function share.attachment_room is 'Internal. Holds a comment and refuses with 22023 more than 20 attachments to it.';
