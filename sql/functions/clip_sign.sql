create function share.clip_sign(
    file_id uuid,
    start_time numeric,
    end_time numeric,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    moment timestamptz := statement_timestamp();
    access share.file_access;
    signing share.access_signing;
    held record;
    ends timestamptz;
    result share.signed_url;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    perform share.clip_check(access, start_time, end_time);
    perform share.access_uncapped(access, 'stream');
    result.share_id := access.share_id;
    -- The stream of the whole file; where the share is of a segment, that segment's own, whose time begins at its start.
    select o.path, coalesce(g.start_time, 0) as shift, d.signer, d.sets_cookie
    into held
    from share.origin o
    join share.file f on f.account_id = o.account_id and f.file_id = o.file_id and f.status = 'completed'
    join share.account a on a.account_id = f.account_id
    join share.delivery d on d.account_id = f.account_id and d.name = coalesce(f.stream_delivery, a.stream_delivery) and 'stream' = any (d.uses)
    left join share.segment g on g.account_id = o.account_id and g.file_segment_id = o.file_segment_id
    where o.account_id = access.account_id and o.file_id = access.file_id and o.kind = 'stream'
        and (o.file_segment_id is null or not access.shown @> numrange(0, null)
            and numrange(g.start_time, g.end_time) @> numrange(clip_sign.start_time, clip_sign.end_time)
            and g.file_segment_id in (select t.file_segment_id from share.visit_targets(access.account_id, access.share_id, access.file_id) t))
    order by o.file_segment_id nulls last
    limit 1;
    if not found then
        return result;
    end if;
    signing := share.access_sign(access, context);
    ends := share.url_expiry(held.signer, 'stream', signing.is_public, moment, signing.latest);
    if ends <= moment then
        return result;
    end if;
    signing.address := share.address_bound(held.signer, signing.address, 'stream', ends, signing.share_id);
    result.url := share.sign_url(held.signer, held.path, 'stream', signing.is_public, moment, ends, signing.share_id, signing.epoch, null, null,
        signing.address, trim_scale(start_time - held.shift)::text, trim_scale(end_time - held.shift)::text);
    if result.url is not null then
        result.expires_at := ends;
        if held.sets_cookie then
            select s.value into result.cookie
            from share.sign_steps(held.signer, held.path, 'stream', signing.is_public, moment, ends, signing.share_id, signing.epoch, null, null,
                signing.address, trim_scale(start_time - held.shift)::text, trim_scale(end_time - held.shift)::text) s
            where s.step = 'cookie';
        end if;
    end if;
    return result;
end
$$;
comment on function share.clip_sign is 'Signs the stream of a file for a window, at once and without cutting: uri_signing carries asset_start_time and asset_end_time, other schemes a media fragment, and the player keeps to it. The window lies inside the file and, through a share, inside what it shows. url is null until the media is completed. share_id is null for members, and the URL then names no share. Errors: 22023, 42501 (also a cap on plays), PT401, PT404, PT410, PT429.';
