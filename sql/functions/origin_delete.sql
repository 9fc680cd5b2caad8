create function share.origin_delete(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    gone share.origin_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    select o.account_id into account
    from share.origin o
    where o.origin_id = origin_delete.id and (origin_delete.account_id is null or o.account_id = origin_delete.account_id);
    perform share.authorize(account, 'editor', 'origin', id::text);
    select d.* into gone from share.origin_describe(account, array[id]) d;
    delete from share.origin o where o.account_id = account and o.origin_id = origin_delete.id;
    perform share.event_add(account, null, 'origin.deleted', jsonb_build_object(
        'origin_id', id, 'file_id', gone.file_id, 'file_segment_id', gone.file_segment_id, 'kind', gone.kind));
    return row(id, 'origin')::share.deleted_object;
end
$$;
comment on function share.origin_delete is 'Forgets a stored object; the object itself is not touched. Errors: 22023, 42501, PT401, PT404.';
