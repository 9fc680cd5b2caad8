create function share.attachment_begin(
    file_id uuid,
    name text,
    mime_type text,
    size bigint,
    comment_id uuid default null,
    guest_name text default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.attachment_upload
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    found_comment record;
    d record;
    made uuid := share.new_id();
    stored text;
    most bigint;
    result share.attachment_upload;
begin
    perform share.ready();
    perform share.require_argument('name', name is null);
    perform share.require_argument('mime_type', mime_type is null);
    perform share.require_argument('size', size is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    if not access.is_member then
        perform share.file_enter(file_id, 'commenter', 'upload', visit_token, context);
    end if;
    if guest_name is not null then
        access.actor_name := share.actor_name(access, guest_name);
    end if;
    if comment_id is not null then
        found_comment := share.comment_find(access, comment_id, visit_token, context);
        if not found_comment.is_own then
            perform share.refuse('42501', 'only who wrote a comment attaches something to it', 'id: ' || comment_id, 'reply to it');
        end if;
        perform share.attachment_room(access, comment_id, 1);
    end if;
    mime_type := lower(btrim(mime_type));
    most := pg_size_bytes(current_setting('pg_share.attachment_max_bytes'));
    if size < 1 or size > most then
        perform share.refuse(case when size < 1 then '22023' else 'PT413' end, 'the size of an attachment is out of range', format('size: %s', size), format('1 to %s bytes', most));
    elsif not exists (
        select from regexp_split_to_table(lower(current_setting('pg_share.attachment_types')), '[[:space:],]+') t(accepted)
        where t.accepted = mime_type or t.accepted like '%/*' and starts_with(mime_type, left(t.accepted, -1))
    ) then
        perform share.refuse('22023', 'attachments of this type are not taken', 'mime_type: ' || left(mime_type, 255), 'accepted: ' || current_setting('pg_share.attachment_types'));
    end if;
    perform share.comment_guest_take(access, context);
    select r.* into d
    from share.file f
    join share.account a on a.account_id = f.account_id
    join share.delivery r on r.account_id = f.account_id and 'upload' = any (r.uses)
    where f.account_id = access.account_id and f.file_id = access.file_id
    order by r.name = coalesce(f.download_delivery, a.download_delivery) desc nulls last, r.created_at, r.name
    limit 1;
    if not found then
        perform share.refuse('22023', 'no such delivery for this use', 'delivery: none', 'the account needs a delivery whose uses have upload');
    end if;
    -- Named by the server: what visitors call their files is no part of a path. No name ends in a digit, which some schemes cannot sign.
    stored := 'attachments/' || made || '.' || coalesce(nullif(lower(substring(name from '[.]([A-Za-z]{1,8}|[Mm][Pp][34])$')), 'mp'), 'bin');
    insert into share.comment_attachment (account_id, attachment_id, file_id, comment_id, name, mime_type, bytes, path, author_kind, author, author_name, share_id)
    values (access.account_id, made, access.file_id, attachment_begin.comment_id, share.text_check('name', name, 255), attachment_begin.mime_type, size,
        stored, access.actor_kind, access.actor, access.actor_name, access.share_id);
    result.id := made;
    result.expires_at := share.url_expiry(d.signer, 'upload', false, statement_timestamp(), null);
    -- Where the scheme binds a type, what is uploaded has this one.
    result.content_type := case when d.scheme = 's3' then mime_type end;
    select s.value into result.url
    from share.sign_steps(d.signer, stored, 'upload', false, statement_timestamp(), result.expires_at,
        '00000000-0000-0000-0000-000000000000', 1, null, result.content_type, null, null, null) s
    where s.step = 'url';
    if result.url is null then
        perform share.refuse('55000', 'the delivery has no key that counts', format('delivery: %s, kid: %s', d.name, d.kid),
            'share.signing_key_list() shows the states');
    end if;
    result.token_expires_at := statement_timestamp() + interval '30 minutes';
    result.attachment_token := share.token_issue(share.token_key(), 'attachment', made, result.token_expires_at);
    perform share.event_add(access.account_id, access.share_id, 'attachment.begun', jsonb_build_object(
            'attachment_id', made, 'file_id', access.file_id, 'comment_id', comment_id, 'mime_type', mime_type, 'size', size,
            'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return result;
end
$$;
comment on function share.attachment_begin is 'Begins an attachment to a comment: of one''s own by comment_id, or of one that is still to be made, to which share.comment_add() binds it by its token, which counts half an hour. The object is put at the URL by HTTP PUT (with content_type where there is one), then share.attachment_complete() is called. size is in bytes, at most pg_share.attachment_max_bytes; pg_share.attachment_types lists the types. At most 20 to a comment. Through a share with the permissions comment and upload. Errors: 22023, 23514, 42501, 55000 (key revoked), PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
