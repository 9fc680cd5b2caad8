create function share.item_move(id uuid, ordinal integer, account_id uuid default null)
returns setof share.item_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    held record;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.require_argument('ordinal', ordinal is null);
    select i.account_id, i.share_id, i.ordinal into held from share.item i
    where i.item_id = item_move.id and (item_move.account_id is null or i.account_id = item_move.account_id);
    perform share.authorize(held.account_id, 'editor', 'item', id::text);
    perform share.share_living(held.account_id, held.share_id);
    set constraints share.item_ordinal_key deferred;
    update share.item i
    set ordinal = t.n
    from (
        select o.item_id, row_number() over (order by case when o.item_id = item_move.id
            then least(greatest(item_move.ordinal, 1), 1000000) + case when item_move.ordinal > held.ordinal then 0.5 else -0.5 end
            else o.ordinal end) as n
        from share.item o
        where o.account_id = held.account_id and o.share_id = held.share_id
    ) t
    where i.account_id = held.account_id and i.item_id = t.item_id and i.ordinal <> t.n;
    set constraints share.item_ordinal_key immediate;
    perform share.event_add(held.account_id, held.share_id, 'share.updated', jsonb_build_object('changed', '["items"]'::jsonb));
    return query select l.* from share.item_list(held.share_id, held.account_id) l;
end
$$;
comment on function share.item_move is 'Moves an item to another place, counted from 1, and returns the new order. Errors: 22023, 42501, PT401, PT404, PT410.';
