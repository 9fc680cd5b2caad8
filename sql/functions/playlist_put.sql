create function share.playlist_put(
    file_id uuid,
    path text,
    body text,
    allowed_hosts text[] default '{}',
    account_id uuid default null
)
returns share.playlist_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    directory text;
    checked record;
    result share.playlist_details;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    perform share.require_argument('path', path is null);
    perform share.require_argument('body', body is null);
    if array_ndims(allowed_hosts) > 1 then
        perform share.refuse('22023', 'allowed_hosts are a plain list', 'allowed_hosts: ' || left(allowed_hosts::text, 100));
    end if;
    perform share.require_argument('allowed_hosts', allowed_hosts is null or array_position(allowed_hosts, null) is not null);
    account := share.file_account(file_id, account_id, 'editor');
    perform share.text_check('body', body, 4194304);
    perform share.text_check('path', path, 1024);
    -- Its URIs are signed, so they stay in the directory of a stream of the same file.
    select o.directory into directory
    from share.origin o
    where o.account_id = account and o.file_id = playlist_put.file_id and o.kind = 'stream' and starts_with(playlist_put.path, o.directory || '/')
    order by octet_length(o.directory) desc
    limit 1;
    if directory is null then
        perform share.refuse('22023', 'the playlist lies outside of the file''s streams', 'path: ' || left(path, 100),
            'put the stream''s origin first, and its playlists into the directory of that');
    end if;
    select c.kind, c.duration::numeric as duration, c.segments, c.children into checked
    from share.playlist_check(body, path, directory, allowed_hosts) c;
    insert into share.playlist as p (account_id, file_id, path, directory, body, kind, duration, segments, children)
    values (account, playlist_put.file_id, playlist_put.path, directory, playlist_put.body, checked.kind, checked.duration, checked.segments, checked.children)
    on conflict on constraint playlist_pkey do update
    set directory = excluded.directory, body = excluded.body, kind = excluded.kind, duration = excluded.duration, segments = excluded.segments,
        children = excluded.children, updated_at = statement_timestamp();
    perform share.event_add(account, null, 'playlist.put', jsonb_build_object('file_id', file_id, 'path', path, 'kind', checked.kind));
    select d.* into result from share.playlist_describe(account, file_id, array[path]) d;
    return result;
end
$$;
comment on function share.playlist_put is 'Stores an HLS playlist of a file, so that share.share_playlist() can give it out with signed URIs. path is where it lies below the base URL, in the directory of one of the file''s streams; its URIs must stay in there, or name one of allowed_hosts, which are not signed. At most 4 MiB, lines at most 8 KiB. Errors: 22023 (with the line), 42501, PT401, PT404, PT413.';
