create function share.account_update(id uuid, patch jsonb)
returns share.account_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.account_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{name,metadata,policy,stream_delivery,download_delivery,preview_delivery}');
    perform share.authorize(id, 'admin', 'account', id::text);
    perform share.delivery_patch_check(id, patch);
    if share.patch_text(patch, 'name', '') is null then
        perform share.require_argument('name', true);
    end if;
    update share.account a
    set name = share.text_check('name', share.patch_text(patch, 'name', a.name), 200),
        metadata = share.patch_metadata(patch, a.metadata),
        policy = case when patch ? 'policy' then share.policy_check(nullif(patch -> 'policy', 'null')) else a.policy end,
        stream_delivery = share.patch_text(patch, 'stream_delivery', a.stream_delivery),
        download_delivery = share.patch_text(patch, 'download_delivery', a.download_delivery),
        preview_delivery = share.patch_text(patch, 'preview_delivery', a.preview_delivery),
        updated_at = statement_timestamp()
    where a.account_id = account_update.id;
    perform share.event_add(id, null, 'account.updated', jsonb_build_object('changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    select d.* into result from share.account_describe(array[id]) d;
    return result;
end
$$;
comment on function share.account_update is 'Changes an account by a patch of name, metadata, policy (of new shares: default_hours, maximum_hours, password_required, many_shares; of events: addresses off, truncated or full), stream_delivery, download_delivery, preview_delivery (names of deliveries); absent keeps, null clears. Errors: 22023, 23514, 42501, PT401, PT404, PT413.';
