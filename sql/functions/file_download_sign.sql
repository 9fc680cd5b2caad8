create function share.file_download_sign(access share.file_access, context jsonb, origin_type text, name text, download boolean, file_segment_id uuid)
returns share.signed_url
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    wanted text := lower(origin_type);
    signing share.access_signing;
    held record;
    ends timestamptz;
    signed text;
begin
    perform share.require_argument('origin_type', origin_type is null);
    perform share.require_argument('download', download is null);
    if wanted not in ('source', 'proxy', 'thumbnail') then
        perform share.refuse('22023', 'no such type of origin to download', 'origin_type: ' || left(origin_type, 100), 'accepted: source, proxy, thumbnail; a stream is played');
    elsif octet_length(name) not between 1 and 255 or name ~ '[/\\\x01-\x1F\x7F-\x9F]' or name in ('.', '..') then
        perform share.refuse('22023', 'not a file name', 'name: ' || left(name, 100), '1 to 255 bytes, no slash, no backslash, no control character');
    end if;
    perform share.access_uncapped(access, 'download');
    -- Who sees a part of the file gets what was cut out of it, never the whole.
    select o.path, o.file_segment_id, o.mime_type, f.filename, f.mime_type as file_mime_type, d.signer
    into held
    from share.origin o
    join share.file f on f.account_id = o.account_id and f.file_id = o.file_id
    join share.account a on a.account_id = f.account_id
    left join share.segment g on g.account_id = o.account_id and g.file_segment_id = o.file_segment_id and not g.is_deleted
    left join share.delivery d on d.account_id = f.account_id and d.name = coalesce(f.download_delivery, a.download_delivery) and 'download' = any (d.uses)
    where o.account_id = access.account_id and o.file_id = access.file_id and o.kind = wanted
        and numrange(coalesce(g.start_time, 0), g.end_time) <@ access.shown
        and case
            when file_download_sign.file_segment_id is not null then g.file_segment_id = file_download_sign.file_segment_id
            when access.shown @> numrange(0, null) then o.file_segment_id is null
            else g.file_segment_id in (select t.file_segment_id from share.visit_targets(access.account_id, access.share_id, access.file_id) t) end
    order by g.start_time, o.file_segment_id
    limit 1;
    if not found then
        perform share.refuse('PT404', 'origin not found', 'origin_type: ' || wanted, 'share.origin_put() says where one lies');
    end if;
    signing := share.access_sign(access, context);
    ends := share.url_expiry(held.signer, 'download', signing.is_public, moment, signing.latest);
    signing.address := share.address_bound(held.signer, signing.address, 'download', ends, signing.share_id);
    signed := share.sign_file(held.signer, case when (ends > moment) is not false then held.path end, signing.is_public, moment, ends,
        signing.share_id, signing.epoch,
        coalesce(name, case when wanted = 'source' and held.file_segment_id is null then held.filename else regexp_replace(held.path, '^.*/', '') end),
        coalesce(held.mime_type, case when wanted = 'source' and held.file_segment_id is null then held.file_mime_type end),
        signing.address, not download);
    return row(access.share_id, signed, case when signed is not null then ends end, null)::share.signed_url;
end
$$;
comment on function share.file_download_sign is 'Internal. Signs the URL of one stored object of a file for somebody who was let in to it. Errors: 22023, 42501 (a cap on downloads), PT404.';
