create function share.item_remove(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    held record;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    select i.account_id, i.share_id into held from share.item i
    where i.item_id = item_remove.id and (item_remove.account_id is null or i.account_id = item_remove.account_id);
    perform share.authorize(held.account_id, 'editor', 'item', id::text);
    delete from share.item i where i.account_id = held.account_id and i.item_id = item_remove.id;
    perform share.event_add(held.account_id, held.share_id, 'share.updated', jsonb_build_object('changed', '["items"]'::jsonb));
    return row(id, 'item')::share.deleted_object;
end
$$;
comment on function share.item_remove is 'Takes an item out of a share. Errors: 22023, 42501, PT401, PT404.';
