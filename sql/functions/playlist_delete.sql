create function share.playlist_delete(file_id uuid, path text, account_id uuid default null)
returns share.playlist_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    gone share.playlist_details;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    perform share.require_argument('path', path is null);
    account := share.file_account(file_id, account_id, 'editor');
    select d.* into gone from share.playlist_describe(account, file_id, array[path]) d;
    if gone.path is null then
        perform share.refuse('PT404', 'playlist not found', 'path: ' || left(path, 100), 'share.playlist_list() shows those of a file');
    end if;
    delete from share.playlist p where p.account_id = account and p.file_id = playlist_delete.file_id and p.path = playlist_delete.path;
    perform share.event_add(account, null, 'playlist.deleted', jsonb_build_object('file_id', file_id, 'path', path));
    return gone;
end
$$;
comment on function share.playlist_delete is 'Forgets a stored playlist and returns it as it was; the object itself is not touched. Errors: 22023, 42501, PT401, PT404.';
