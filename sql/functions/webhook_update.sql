create function share.webhook_update(id uuid, patch jsonb, account_id uuid default null)
returns share.webhook_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    old record;
    new_kinds text[];
    disabled boolean;
    result share.webhook_details;
begin
    perform share.ready();
    perform share.patch_check(patch, '{url,kinds,disabled}');
    account := share.webhook_account(id, account_id);
    select w.url, w.kinds, w.disabled_at into old from share.webhook w where w.account_id = account and w.webhook_id = webhook_update.id for no key update;
    if not found then
        perform share.authorize(null, 'admin', 'webhook', id::text);
    end if;
    if patch ? 'kinds' and jsonb_typeof(patch -> 'kinds') <> 'array' then
        perform share.refuse('22023', 'a value of the patch has the wrong type', 'key: kinds', 'give a list of kinds of events');
    elsif patch ? 'disabled' and jsonb_typeof(patch -> 'disabled') not in ('boolean', 'null') then
        perform share.refuse('22023', 'a value of the patch has the wrong type', 'key: disabled', 'give true or false');
    end if;
    new_kinds := case when patch ? 'kinds' then array(select k.kind from jsonb_array_elements_text(patch -> 'kinds') k(kind)) else old.kinds end;
    disabled := case when patch ? 'disabled' then coalesce((patch ->> 'disabled')::boolean, false) else old.disabled_at is not null end;
    update share.webhook w
    set url = share.webhook_url_check(share.patch_text(patch, 'url', old.url)), kinds = share.webhook_kinds_check(new_kinds),
        disabled_at = case when disabled then coalesce(w.disabled_at, statement_timestamp()) end, updated_at = statement_timestamp()
    where w.account_id = account and w.webhook_id = webhook_update.id;
    perform share.event_add(account, null, 'webhook.updated', jsonb_build_object('webhook_id', id,
        'changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    select d.* into result from share.webhook_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.webhook_update is 'Changes a webhook by a patch of url, kinds (replaced as one value) and disabled (true or false); absent keeps. While it is disabled no events are kept for it. For admins and owners. Errors: 22023, 42501, PT401, PT404, PT413.';
