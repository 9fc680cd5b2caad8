create function share.share_playlist(
    id uuid,
    path text default null,
    clip_start numeric default null,
    clip_end numeric default null,
    playlist_base text default null,
    client_address inet default null,
    at timestamptz default null,
    account_id uuid default null
)
returns share.signed_playlist
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    moment timestamptz;
    held record;
    stored record;
    delivery record;
    wanted text;
    ends timestamptz;
    signed record;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    perform share.share_clip_check(account, id, clip_start, clip_end);
    moment := share.sign_time(at);
    select s.file_id, s.epoch, s.expires_at, s.visibility = 'public' as public,
        share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, moment) as state,
        f.status, coalesce(f.stream_delivery, a.stream_delivery) as delivery_name,
        coalesce(part.path, whole.path) as stream_path, coalesce(part.directory, whole.directory) as directory,
        -- A segment's own stream is already cut: its time begins at the segment's start.
        case when part.path is not null then clip_start - g.start_time else coalesce(clip_start, g.start_time) end as window_start,
        case when part.path is not null then clip_end - g.start_time else coalesce(clip_end, g.end_time) end as window_end
    into held
    from share.share s
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    left join share.segment g on g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
    left join share.origin whole on whole.account_id = s.account_id and whole.file_id = s.file_id and whole.file_segment_id is null and whole.kind = 'stream'
    left join share.origin part on part.account_id = s.account_id and part.file_id = s.file_id and part.file_segment_id = s.file_segment_id and part.kind = 'stream'
    where s.account_id = account and s.share_id = share_playlist.id;
    if held.state in ('expired', 'exhausted', 'revoked') then
        perform share.refuse('PT410', 'the share has ended', format('id: %s, state: %s', id, held.state), 'create a new share');
    end if;
    wanted := coalesce(held.directory || '/' || share_playlist.path, held.stream_path);
    select p.path, p.body, p.kind into stored
    from share.playlist p
    where p.account_id = account and p.file_id = held.file_id and p.path = wanted and p.directory = held.directory;
    if not found then
        perform share.refuse('PT404', 'playlist not found', 'path: ' || coalesce(left(wanted, 100), 'none'),
            'store it with share.playlist_put(); path is relative to the directory of the share''s stream');
    end if;
    select d.* into delivery
    from share.delivery d
    where d.account_id = account and d.name = held.delivery_name and 'stream' = any (d.uses);
    ends := share.url_expiry(delivery.signer, 'stream', held.public, moment, held.expires_at);
    if held.state = 'active' and held.status = 'completed' and delivery.name is not null and (ends > moment) is not false then
        select s.playlist, s.starts::numeric as starts, s.ends::numeric as ends into signed
        from share.playlist_sign(stored.body, stored.path, held.directory,
            array(select p.path from share.playlist p where p.account_id = account and p.file_id = held.file_id and p.directory = held.directory),
            playlist_base, delivery.signer, held.public, moment, ends, id, held.epoch,
            host(client_address), trim_scale(held.window_start)::text, trim_scale(held.window_end)::text) s;
        return row(id, stored.path, stored.kind, signed.playlist, case when signed.playlist is not null then ends end, signed.starts, signed.ends)::share.signed_playlist;
    end if;
    return row(id, stored.path, stored.kind, null, null, null, null)::share.signed_playlist;
end
$$;
comment on function share.share_playlist is 'Returns a stored HLS playlist of a share with every URI signed by the stream''s delivery, so that a private bucket streams without a CDN. path is relative to the directory of the share''s stream, without it the stream''s own playlist. A segment share, or clip_start and clip_end (seconds of the file), gives only the segments of the window. Playlists that are stored too are linked, not signed: relative to this one, or behind playlist_base, under which the application serves share_playlist(id, path). Null while nothing can be signed. Where the delivery signs by cookie the URIs are bare, and the cookie is that of share.share_sign_stream(). At most 64 MiB. at is for operators. Errors: 22023, 42501, PT401, PT404, PT410 (ended).';
