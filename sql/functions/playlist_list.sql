create function share.playlist_list(file_id uuid, account_id uuid default null)
returns setof share.playlist_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    account := share.file_account(file_id, account_id, 'viewer');
    return query
    select d.*
    from share.playlist_describe(account, file_id, array(
        select p.path from share.playlist p where p.account_id = account and p.file_id = playlist_list.file_id order by p.path
    )) d;
end
$$;
comment on function share.playlist_list is 'Lists the stored playlists of a file by path. Errors: 22023, PT401, PT404.';
