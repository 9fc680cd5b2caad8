create function share.delivery_update(account_id uuid, name text, patch jsonb)
returns share.delivery_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    old share.delivery_details;
    key_owner uuid;
    new_kid text;
    new_scheme text;
    new_uses text[];
    checked record;
    result share.delivery_details;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('name', name is null);
    perform share.patch_check(patch, '{scheme,base_url,kid,uses,options}');
    perform from share.delivery d where d.account_id = delivery_update.account_id and d.name = delivery_update.name for update;
    old := share.delivery_get(account_id, name);
    new_kid := share.patch_text(patch, 'kid', old.kid);
    new_scheme := share.patch_text(patch, 'scheme', old.scheme);
    perform share.require_argument('kid', new_kid is null);
    perform share.require_argument('scheme', new_scheme is null);
    if patch ? 'uses' and jsonb_typeof(patch -> 'uses') <> 'array' then
        perform share.refuse('22023', 'a value of the patch has the wrong type', 'key: uses', 'give a list of stream, download, preview, upload');
    end if;
    new_uses := case when patch ? 'uses' then array(select u.use from jsonb_array_elements_text(patch -> 'uses') u(use)) else old.uses end;
    key_owner := share.delivery_key(account_id, new_kid);
    select c.* into checked
    from share.delivery_check(new_scheme, coalesce(share.patch_text(patch, 'base_url', old.base_url), ''),
        case when jsonb_typeof(patch -> 'options') <> 'null' then patch -> 'options' when patch ? 'options' then '{}' else old.options end::text,
        new_uses, new_kid) c;
    perform share.delivery_digit_check(account_id, checked.refuses_final_digit);
    if exists (
        select from share.delivery d
        where d.account_id = delivery_update.account_id and d.name <> delivery_update.name and d.base_url = checked.base_url and d.scheme = new_scheme
    ) then
        perform share.delivery_conflict(account_id, name, new_scheme, checked.base_url);
    end if;
    if exists (
        select from share.account a where a.account_id = delivery_update.account_id
            and (a.stream_delivery = delivery_update.name and 'stream' <> all (new_uses)
                or a.download_delivery = delivery_update.name and 'download' <> all (new_uses)
                or a.preview_delivery = delivery_update.name and 'preview' <> all (new_uses))
    ) or exists (
        select from share.file f where f.account_id = delivery_update.account_id and f.stream_delivery = delivery_update.name and 'stream' <> all (new_uses)
    ) or exists (
        select from share.file f where f.account_id = delivery_update.account_id and f.download_delivery = delivery_update.name and 'download' <> all (new_uses)
    ) or exists (
        select from share.file f where f.account_id = delivery_update.account_id and f.preview_delivery = delivery_update.name and 'preview' <> all (new_uses)
    ) then
        perform share.refuse('23503', 'the delivery is in use', 'name: ' || name,
            'let the account and its files name another for the use first: share.account_update(), share.file_update()');
    end if;
    perform share.delivery_place_check(account_id, name, checked.base_url);
    update share.delivery d
    set scheme = new_scheme, base_url = checked.base_url, key_account_id = key_owner, kid = new_kid, uses = new_uses,
        options = checked.options::jsonb, refuses_final_digit = checked.refuses_final_digit, updated_at = statement_timestamp()
    where d.account_id = delivery_update.account_id and d.name = delivery_update.name;
    perform share.event_add(account_id, null, 'delivery.updated', jsonb_build_object('name', name,
        'changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    select d.* into result from share.delivery_describe(account_id, array[name]) d;
    return result;
end
$$;
comment on function share.delivery_update is 'Changes a delivery by a patch of scheme, base_url, kid, uses, options (replaced as one value); checked like a new one. For operators. Errors: 22023, 23503 (still in use for what it no longer serves), 23505 (delivery_base_url_key), 23514, 42501, PT401, PT404.';
