create function share.recipient_insert(account_id uuid, share_id uuid, recipient jsonb)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    made uuid := share.new_id();
    existing uuid;
begin
    perform share.keys_check('recipient', recipient, '{user_id,email,name,permissions,message,expires_at}');
    if num_nonnulls(recipient ->> 'user_id', recipient ->> 'email') = 0 then
        perform share.refuse('22023', 'a recipient needs a user or a mail address', '', 'give user_id, email or both');
    end if;
    insert into share.recipient (account_id, recipient_id, share_id, user_id, email, name, permissions, message, expires_at)
    values (recipient_insert.account_id, made, recipient_insert.share_id, share.text_check('user_id', recipient ->> 'user_id', 255),
        share.text_check('email', recipient ->> 'email', 320), share.text_check('name', recipient ->> 'name', 200),
        case when recipient ? 'permissions' and jsonb_typeof(recipient -> 'permissions') <> 'null' then share.patch_texts(recipient, 'permissions') end,
        share.text_check('message', recipient ->> 'message', 10000),
        share.share_end_time((recipient ->> 'expires_at')::timestamptz, null, null, null))
    on conflict do nothing;
    if not found then
        select r.recipient_id into existing
        from share.recipient r
        where r.account_id = recipient_insert.account_id and r.share_id = recipient_insert.share_id and r.revoked_at is null
            and (r.user_id = recipient ->> 'user_id' or lower(r.email) = lower(recipient ->> 'email'))
        limit 1;
        perform share.refuse('23505', 'the share has this recipient already', 'existing id: ' || existing, 'use share.recipient_update()',
            'recipient_email_key', 'recipient');
    end if;
    perform share.event_add(recipient_insert.account_id, recipient_insert.share_id, 'recipient.added',
        jsonb_build_object('email', recipient ->> 'email', 'user_id', recipient ->> 'user_id'), recipient_id => made);
    return made;
end
$$;
comment on function share.recipient_insert is 'Internal. Adds a recipient to a share. Errors: 22023, 22007, 23505 (recipient_email_key), 23514, PT413.';
