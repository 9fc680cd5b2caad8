create function share.share_sign_query()
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Text, because a function between this query and its caller would copy each row once more.
    return $query$
    select u.share_id, u.url, case when u.url is not null then u.ends end,
        case when u.sets_cookie and u.url is not null then (
            select c.value
            from share.sign_steps(u.signer, u.path, $2, u.public, $3, u.ends, u.share_id, u.epoch,
                null, null, $4, u.window_start, u.window_end) c
            where c.step = 'cookie'
        ) end
    from (
        select r.*,
            share.sign_url(r.signer, case when r.ends > $3 is not false then r.path end, $2, r.public, $3, r.ends,
                r.share_id, r.epoch, r.file_name, r.content_type, $4, r.window_start, r.window_end) as url
        from (
            select s.share_id, s.epoch, s.visibility = 'public' as public, d.signer,
                d.sets_cookie and $2 = 'stream' as sets_cookie,
                share.url_expiry(d.signer, $2, s.visibility = 'public', $3, s.expires_at) as ends,
                case
                    when share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, $3) <> 'active' then null
                    when $2 = 'stream' and f.status <> 'completed' then null
                    when $2 = 'download' and not 'download' = any (s.permissions) then null
                    when s.file_segment_id is null then coalesce(custom.path, whole.path)
                    when $2 = 'download' then part.path
                    else coalesce(part.path, custom.path, whole.path)
                end as path,
                case when $2 = 'download' then
                    case when s.file_segment_id is null then f.filename else regexp_replace(part.path, '^.*/', '') end
                end as file_name,
                case when $2 = 'download' and s.file_segment_id is null then f.mime_type end as content_type,
                part.window_start, part.window_end
            from unnest($1) with ordinality t(id, n)
            join share.share s on s.share_id = t.id and not s.is_deleted
            join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
            join share.account a on a.account_id = s.account_id
            left join share.origin whole
                on whole.account_id = s.account_id and whole.file_id = s.file_id and whole.file_segment_id is null and whole.kind = case $2 when 'stream' then 'stream' when 'download' then 'source' when 'preview' then 'thumbnail' end
            left join share.origin custom
                on $2 = 'preview' and custom.account_id = s.account_id and custom.file_id = s.file_id and custom.file_segment_id is null and custom.kind = 'custom_thumbnail'
            left join share.delivery d
                on d.account_id = s.account_id and $2 = any (d.uses) and d.name = case $2
                    when 'stream' then coalesce(f.stream_delivery, a.stream_delivery)
                    when 'download' then coalesce(f.download_delivery, a.download_delivery)
                    when 'preview' then coalesce(f.preview_delivery, a.preview_delivery)
                end
            -- Looked up for the shares of segments alone, which are few.
            left join lateral (
                select p.path,
                    case when $2 = 'stream' and p.path is null then trim_scale(g.start_time)::text end as window_start,
                    case when $2 = 'stream' and p.path is null then trim_scale(g.end_time)::text end as window_end
                from share.segment g
                left join share.origin p
                    on p.account_id = g.account_id and p.file_id = g.file_id and p.file_segment_id = g.file_segment_id and p.kind = case $2 when 'stream' then 'stream' when 'download' then 'source' when 'preview' then 'thumbnail' end
                where s.file_segment_id is not null and g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
                limit 1
            ) part on true
            where ($5 is null or s.account_id = $5)
                and (($6).account_id is null or s.account_id = ($6).account_id)
                and (($6).kind in ('service', 'api_key') or exists (
                    select from share.member m where m.account_id = s.account_id and m.user_id = ($6).user_id
                ))
            -- Sorted before they are signed, while the rows are narrow.
            order by t.n
            offset 0
        ) r
        offset 0
    ) u
    $query$;
end
$$;
comment on function share.share_sign_query is 'Internal. The same as share.share_describe() with one action, joined instead of looked up one by one: for a thousand shares and more, in their order, without those that are missing or not the caller''s. $1 is the ids, $2 the action, $3 the time, $4 the address, $5 the account, $6 the caller.';
