create function share.recipient_update(id uuid, patch jsonb, account_id uuid default null)
returns share.recipient_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    held record;
    result share.recipient_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{name,permissions,message,expires_at}');
    account := share.recipient_account(id, account_id, 'editor');
    update share.recipient r
    set name = share.text_check('name', share.patch_text(patch, 'name', r.name), 200),
        message = share.text_check('message', share.patch_text(patch, 'message', r.message), 10000),
        permissions = case when not patch ? 'permissions' then r.permissions
            when jsonb_typeof(patch -> 'permissions') <> 'null' then share.patch_texts(patch, 'permissions') end,
        expires_at = case when patch ? 'expires_at'
            then share.share_end_time(share.patch_text(patch, 'expires_at', null)::timestamptz, null, null, null) else r.expires_at end,
        updated_at = statement_timestamp()
    where r.account_id = account and r.recipient_id = recipient_update.id
    returning r.share_id into held;
    perform share.event_add(account, held.share_id, 'recipient.updated',
        jsonb_build_object('changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))), recipient_id => id);
    select d.* into result from share.recipient_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.recipient_update is 'Changes a recipient by a patch of name, permissions, message, expires_at; absent keeps, null clears. Errors: 22007, 22023, 23514, 42501, PT401, PT404, PT413.';
