create function share.share_describe(
    account_ids uuid[],
    ids uuid[],
    actions text[],
    at timestamptz,
    clip_start numeric default null,
    clip_end numeric default null
)
returns setof share.share_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
-- Planning the joins takes longer than running them; one plan serves one id and a million.
set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select s.share_id, s.account_id, s.file_id, s.file_segment_id, s.owner_id, s.title, s.description, s.metadata, s.visibility,
        s.link_preview, f.status, now_is.state,
        case when s.file_segment_id is null then 'file' else 'file_segment' end::share.asset_type,
        s.created_at, s.updated_at, s.starts_at, s.expires_at,
        share.sign_url(pd.scheme, pd.base_url, pd.kid, pd.options_text, signs.preview_path, 'preview', ends.preview,
            s.share_id, s.epoch, null, null, null),
        download.url,
        case when download.url is not null then ends.download end,
        share.page_url(s.share_id, null, null, null, null),
        stream.url,
        case when stream.url is not null then ends.stream end
    from unnest(account_ids, ids) with ordinality t(account_id, id, ordinality)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    left join share.segment g on g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
    -- Origins of the whole file and, for a segment share, those of the segment.
    cross join lateral (
        select max(o.path) filter (where o.kind = 'stream') as stream,
            max(o.path) filter (where o.kind = 'source') as source,
            max(o.path) filter (where o.kind = 'thumbnail') as thumbnail
        from share.origin o
        where o.account_id = s.account_id and o.file_id = s.file_id and o.file_segment_id is null
    ) whole
    cross join lateral (
        select max(o.path) filter (where o.kind = 'stream') as stream,
            max(o.path) filter (where o.kind = 'source') as source,
            max(o.path) filter (where o.kind = 'thumbnail') as thumbnail
        from share.origin o
        where o.account_id = s.account_id and o.file_id = s.file_id and o.file_segment_id = s.file_segment_id
    ) part
    left join share.delivery sd on 'stream' = any (actions)
        and sd.account_id = s.account_id and sd.name = coalesce(f.stream_delivery, a.stream_delivery) and 'stream' = any (sd.uses)
    left join share.delivery dd on 'download' = any (actions)
        and dd.account_id = s.account_id and dd.name = coalesce(f.download_delivery, a.download_delivery) and 'download' = any (dd.uses)
    left join share.delivery pd on 'preview' = any (actions)
        and pd.account_id = s.account_id and pd.name = coalesce(f.preview_delivery, a.preview_delivery) and 'preview' = any (pd.uses)
    cross join lateral (
        select share.share_state_at(s.deleted_at, s.revoked_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, at) as state
    ) now_is
    cross join lateral (
        -- Nothing is signed for a share that is not active. A segment never hands out the whole file's source.
        select case when now_is.state = 'active' and f.status = 'completed' then coalesce(part.stream, whole.stream) end as stream_path,
            case when now_is.state = 'active' then case when s.file_segment_id is null then whole.source else part.source end end as download_path,
            case when now_is.state = 'active' then coalesce(part.thumbnail, whole.thumbnail) end as preview_path,
            -- A segment's own stream is already cut: its time begins at the segment's start.
            case when part.stream is not null then clip_start - g.start_time else coalesce(clip_start, g.start_time) end as window_start,
            case when part.stream is not null then clip_end - g.start_time else coalesce(clip_end, g.end_time) end as window_end
    ) signs
    cross join lateral (
        select share.url_expiry(s.visibility = 'public', 'stream', sd.scheme, sd.options_text, s.expires_at, at) as stream,
            share.url_expiry(s.visibility = 'public', 'download', dd.scheme, dd.options_text, s.expires_at, at) as download,
            share.url_expiry(s.visibility = 'public', 'preview', pd.scheme, pd.options_text, s.expires_at, at) as preview
        offset 0 -- keeps the planner from evaluating it once for each use
    ) ends
    cross join lateral (
        select share.sign_url(sd.scheme, sd.base_url, sd.kid, sd.options_text, signs.stream_path, 'stream', ends.stream,
            s.share_id, s.epoch, null, trim_scale(signs.window_start)::text, trim_scale(signs.window_end)::text) as url
        offset 0
    ) stream
    cross join lateral (
        select share.sign_url(dd.scheme, dd.base_url, dd.kid, dd.options_text, signs.download_path, 'download', ends.download,
            s.share_id, s.epoch, case when s.file_segment_id is null then f.filename else regexp_replace(part.source, '^.*/', '') end, null, null) as url
        offset 0
    ) download
    order by t.ordinality;
end
$$;
comment on function share.share_describe is 'Internal. The shares of these accounts and ids in their order, at a time, with the URLs of the actions (stream, download, preview): the one place where a share is put together and signed.';
