create function share.delivery_create(
    account_id uuid,
    name text,
    scheme text,
    base_url text,
    kid text,
    uses text[] default '{stream,download,preview}',
    options jsonb default '{}'
)
returns share.delivery_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    key_owner uuid;
    checked record;
    result share.delivery_details;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('name', name is null);
    perform share.require_argument('scheme', scheme is null);
    perform share.require_argument('base_url', base_url is null);
    perform share.require_argument('kid', kid is null);
    perform share.require_argument('uses', uses is null);
    if array_ndims(uses) > 1 then
        perform share.refuse('22023', 'uses are a plain list', 'uses: ' || left(uses::text, 100), 'give stream, download, preview and upload as one list');
    end if;
    perform share.authorize(account_id, 'owner', 'account', account_id::text);
    key_owner := share.delivery_key(account_id, kid);
    select c.* into checked
    from share.delivery_check(scheme, base_url, coalesce(options, '{}')::text, uses, kid) c;
    perform share.delivery_place_check(account_id, name, checked.base_url);
    perform share.delivery_digit_check(account_id, checked.refuses_final_digit);
    insert into share.delivery (account_id, name, scheme, base_url, key_account_id, kid, uses, options, refuses_final_digit)
    values (delivery_create.account_id, delivery_create.name, delivery_create.scheme, checked.base_url, key_owner, delivery_create.kid,
        delivery_create.uses, checked.options::jsonb, checked.refuses_final_digit)
    on conflict do nothing;
    if not found then
        perform share.delivery_conflict(account_id, name, scheme, checked.base_url);
    end if;
    update share.account a
    set stream_delivery = case when 'stream' = any (uses) then coalesce(a.stream_delivery, delivery_create.name) else a.stream_delivery end,
        download_delivery = case when 'download' = any (uses) then coalesce(a.download_delivery, delivery_create.name) else a.download_delivery end,
        preview_delivery = case when 'preview' = any (uses) then coalesce(a.preview_delivery, delivery_create.name) else a.preview_delivery end
    where a.account_id = delivery_create.account_id;
    perform share.event_add(account_id, null, 'delivery.created', jsonb_build_object('name', name, 'scheme', scheme, 'base_url', checked.base_url, 'kid', kid));
    select d.* into result from share.delivery_describe(account_id, array[name]) d;
    return result;
end
$$;
comment on function share.delivery_create is 'Says where an account''s media is served and how its URLs are signed. The first delivery of an account serves all its uses; share.account_update() and share.file_update() choose others. For operators. share.share_delivery_schemes() lists schemes and options. Errors: 22023 (also unknown scheme, option or key algorithm), 23505 (delivery_pkey, delivery_base_url_key), 23514, 42501, PT401, PT404.';
