create function share.share_describe(
    account_ids uuid[],
    ids uuid[],
    actions text[],
    at timestamptz,
    clip_start numeric default null,
    clip_end numeric default null,
    client_address inet default null,
    file_ids uuid[] default null,
    file_segment_ids uuid[] default null,
    visiting boolean default false,
    latest timestamptz default null
)
returns setof share.share_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
-- Planning the joins takes longer than running them; one plan serves one id and a million.
set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select s.share_id, s.account_id, f.file_id, g.file_segment_id, s.owner_id, s.title, s.description, s.metadata, s.visibility,
        s.link_preview, f.status, now_is.state,
        case when g.file_segment_id is null then 'file' else 'file_segment' end::share.asset_type,
        s.created_at, s.updated_at, s.starts_at, s.expires_at,
        preview.url,
        download.url,
        case when download.url is not null then ends.download end,
        share.page_url(coalesce(s.slug, s.share_id::text), null, null, null, null, null),
        stream.url,
        case when stream.url is not null then ends.stream end,
        case when preview.url is not null then ends.preview end,
        -- Nothing is signed a second time where no cookie is wanted.
        case when sd.sets_cookie and stream.url is not null then (
            select c.value
            from share.sign_steps(sd.signer, signs.stream_path, 'stream',
                s.visibility = 'public', at, ends.stream, s.share_id, s.epoch, null, null, bound.stream,
                trim_scale(signs.window_start)::text, trim_scale(signs.window_end)::text) c
            where c.step = 'cookie'
        ) end,
        s.permissions, s.has_password, s.recipients_only, s.prove_email, s.email_domains, s.restrictions, s.terms_version, s.watermark, s.slug, s.exclusive, s.exhausted_at, s.disabled_at, s.revoked_at, s.revoked_reason
    -- Look-ups one by one (limit 1 keeps each of its own), so that a plan made while the tables were small serves later too.
    from unnest(account_ids, ids, file_ids, file_segment_ids) with ordinality t(account_id, id, file_id, file_segment_id, ordinality)
    cross join lateral (select r.* from share.share r where r.account_id = t.account_id and r.share_id = t.id limit 1) s
    cross join lateral (
        select r.* from share.file r
        where r.account_id = s.account_id and r.file_id = coalesce(t.file_id, s.file_id) and (t.file_id is null or not r.is_deleted)
        limit 1
    ) f
    cross join lateral (select r.* from share.account r where r.account_id = s.account_id limit 1) a
    left join lateral (
        select r.* from share.segment r
        where r.account_id = s.account_id and r.file_segment_id = case when t.file_id is null then s.file_segment_id else t.file_segment_id end
        limit 1
    ) g on true
    -- Origins of the whole file and, for a segment share, those of the segment.
    cross join lateral (
        select max(o.path) filter (where o.kind = 'stream') as stream,
            max(o.path) filter (where o.kind = 'source') as source,
            coalesce(max(o.path) filter (where o.kind = 'custom_thumbnail'), max(o.path) filter (where o.kind = 'thumbnail')) as thumbnail
        from share.origin o
        where o.account_id = s.account_id and o.file_id = f.file_id and o.file_segment_id is null
    ) whole
    cross join lateral (
        select max(o.path) filter (where o.kind = 'stream') as stream,
            max(o.path) filter (where o.kind = 'source') as source,
            max(o.path) filter (where o.kind = 'thumbnail') as thumbnail
        from share.origin o
        where o.account_id = s.account_id and o.file_id = f.file_id and o.file_segment_id = g.file_segment_id
    ) part
    left join lateral (
        select r.* from share.delivery r
        where 'stream' = any (actions) and r.account_id = s.account_id and r.name = coalesce(f.stream_delivery, a.stream_delivery) and 'stream' = any (r.uses)
        limit 1
    ) sd on true
    left join lateral (
        select r.* from share.delivery r
        where 'download' = any (actions) and r.account_id = s.account_id and r.name = coalesce(f.download_delivery, a.download_delivery) and 'download' = any (r.uses)
        limit 1
    ) dd on true
    left join lateral (
        select r.* from share.delivery r
        where 'preview' = any (actions) and r.account_id = s.account_id and r.name = coalesce(f.preview_delivery, a.preview_delivery) and 'preview' = any (r.uses)
        limit 1
    ) pd on true
    cross join lateral (
        select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, at) as state
    ) now_is
    cross join lateral (
        -- Nothing is signed for a share that is not active, but for visits that were let in before it was exhausted; no original
        -- without the permission. A segment never hands out the whole file's source.
        select case when signs_now and f.status = 'completed' then coalesce(part.stream, whole.stream) end as stream_path,
            case when signs_now and 'download' = any (s.permissions) then
                case when g.file_segment_id is null then whole.source else part.source end end as download_path,
            case when signs_now then coalesce(part.thumbnail, whole.thumbnail) end as preview_path,
            -- A segment's own stream is already cut: its time begins at the segment's start.
            case when part.stream is not null then clip_start - g.start_time else coalesce(clip_start, g.start_time) end as window_start,
            case when part.stream is not null then clip_end - g.start_time else coalesce(clip_end, g.end_time) end as window_end
        from (select now_is.state = 'active' or visiting and now_is.state = 'exhausted' as signs_now) n
    ) signs
    cross join lateral (
        select share.url_expiry(sd.signer, 'stream', s.visibility = 'public', at, least(s.expires_at, latest)) as stream,
            share.url_expiry(dd.signer, 'download', s.visibility = 'public', at, least(s.expires_at, latest)) as download,
            share.url_expiry(pd.signer, 'preview', s.visibility = 'public', at, least(s.expires_at, latest)) as preview
        offset 0 -- keeps the planner from evaluating it once for each use
    ) ends
    cross join lateral (
        -- For visitors where it can be done; who asks for a URL of an address gets one or an error.
        select case when visiting then share.address_bound(sd.signer, host(client_address), 'stream', ends.stream, s.share_id) else host(client_address) end as stream,
            case when visiting then share.address_bound(dd.signer, host(client_address), 'download', ends.download, s.share_id) else host(client_address) end as download,
            case when visiting then share.address_bound(pd.signer, host(client_address), 'preview', ends.preview, s.share_id) else host(client_address) end as preview
        offset 0
    ) bound
    cross join lateral (
        select share.sign_url(sd.signer, case when ends.stream > at is not false then signs.stream_path end, 'stream',
            s.visibility = 'public', at, ends.stream, s.share_id, s.epoch, null, null, bound.stream,
            trim_scale(signs.window_start)::text, trim_scale(signs.window_end)::text) as url
        offset 0
    ) stream
    cross join lateral (
        select share.sign_url(dd.signer, case when ends.download > at is not false then signs.download_path end, 'download',
            s.visibility = 'public', at, ends.download, s.share_id, s.epoch,
            case when g.file_segment_id is null then f.filename else regexp_replace(part.source, '^.*/', '') end,
            case when g.file_segment_id is null then f.mime_type end, bound.download, null, null) as url
        offset 0
    ) download
    cross join lateral (
        select share.sign_url(pd.signer, case when ends.preview > at is not false then signs.preview_path end, 'preview',
            s.visibility = 'public', at, ends.preview, s.share_id, s.epoch, null, null, bound.preview, null, null) as url
        offset 0
    ) preview
    order by t.ordinality;
end
$$;
comment on function share.share_describe is 'Internal. The shares of these accounts and ids in their order, at a time, with the URLs of the actions (stream, download, preview): the one place where a share is put together and signed. With file_ids and file_segment_ids it is about these items of the share in place of its own target; visiting is for visits that were counted before the share was exhausted; no URL ends after latest.';
