create function share.webhook_delete(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    gone record;
begin
    perform share.ready();
    account := share.webhook_account(id, account_id);
    delete from share.webhook w where w.account_id = account and w.webhook_id = webhook_delete.id
    returning w.kid, w.previous_kid into gone;
    if not found then
        perform share.authorize(null, 'admin', 'webhook', id::text);
    end if;
    delete from share.signing_key k where k.account_id = account and k.kid in (gone.kid, gone.previous_kid);
    perform share.event_add(account, null, 'webhook.deleted', jsonb_build_object('webhook_id', id));
    return row(id, 'webhook')::share.deleted_object;
end
$$;
comment on function share.webhook_delete is 'Forgets a webhook and its secret; requests that still wait are not sent. For admins and owners. Errors: 22023, 42501, PT401, PT404.';
