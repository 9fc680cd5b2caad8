create function share.delivery_delete(account_id uuid, name text)
returns share.delivery_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    gone share.delivery_details;
begin
    perform share.ready();
    gone := share.delivery_get(account_id, name);
    if exists (
        select from share.account a
        where a.account_id = delivery_delete.account_id
            and delivery_delete.name in (a.stream_delivery, a.download_delivery, a.preview_delivery)
    ) or exists (
        select from share.file f where f.account_id = delivery_delete.account_id and f.stream_delivery = delivery_delete.name
    ) or exists (
        select from share.file f where f.account_id = delivery_delete.account_id and f.download_delivery = delivery_delete.name
    ) or exists (
        select from share.file f where f.account_id = delivery_delete.account_id and f.preview_delivery = delivery_delete.name
    ) then
        perform share.refuse('23503', 'the delivery is in use', 'name: ' || name,
            'let the account and its files name another first: share.account_update(), share.file_update()');
    end if;
    delete from share.delivery d where d.account_id = delivery_delete.account_id and d.name = delivery_delete.name;
    perform share.event_add(account_id, null, 'delivery.deleted', jsonb_build_object('name', name));
    return gone;
end
$$;
comment on function share.delivery_delete is 'Forgets a delivery that neither the account nor a file names; returns it as it was. For operators. Errors: 22023, 23503, 42501, PT401, PT404.';
