create function share.share_sign_bulk(ids uuid[], action text, at timestamptz, client_address inet, account_id uuid, user_id text)
returns setof share.signed_url
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
-- Joined as the sizes of the tables want it: planning costs little beside a thousand rows.
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
as $$
declare
    origin_kind text := case action when 'stream' then 'stream' when 'download' then 'source' when 'preview' then 'thumbnail' end;
begin
    -- Sorted before they are signed, so that the rows are narrow.
    return query
    select u.share_id, u.url, case when u.url is not null then u.ends end,
        case when u.sets_cookie and u.url is not null then (
            select c.value
            from share.sign_steps(u.scheme, u.base_url, u.kid, u.options_text, u.path, share_sign_bulk.action, u.public, share_sign_bulk.at, u.ends, u.share_id, u.epoch,
                null, null, host(client_address), u.window_start, u.window_end) c
            where c.step = 'cookie'
        ) end
    from (
        select r.*,
            share.sign_url(r.scheme, r.base_url, r.kid, r.options_text, case when r.ends > share_sign_bulk.at is not false then r.path end, share_sign_bulk.action,
                r.public, share_sign_bulk.at, r.ends, r.share_id, r.epoch, r.file_name, r.content_type, host(client_address), r.window_start, r.window_end) as url
        from (
            select s.share_id, s.epoch, s.visibility = 'public' as public, d.scheme, d.base_url, d.kid, d.options_text,
                d.sets_cookie and share_sign_bulk.action = 'stream' as sets_cookie,
                case
                    when share.share_state_at(s.deleted_at, s.revoked_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, share_sign_bulk.at) <> 'active' then null
                    when share_sign_bulk.action = 'stream' and f.status <> 'completed' then null
                    when share_sign_bulk.action = 'download' and s.file_segment_id is not null then part.path
                    else coalesce(part.path, whole.path)
                end as path,
                share.url_expiry(s.visibility = 'public', share_sign_bulk.action, d.scheme, d.options_text, s.expires_at, share_sign_bulk.at) as ends,
                case when share_sign_bulk.action = 'download' then case when s.file_segment_id is null then f.filename else regexp_replace(part.path, '^.*/', '') end end as file_name,
                case when share_sign_bulk.action = 'download' and s.file_segment_id is null then f.mime_type end as content_type,
                case when share_sign_bulk.action = 'stream' and part.path is null then trim_scale(g.start_time)::text end as window_start,
                case when share_sign_bulk.action = 'stream' and part.path is null then trim_scale(g.end_time)::text end as window_end
            from unnest(ids) with ordinality t(id, n)
            join share.share s on s.share_id = t.id and not s.is_deleted
            join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
            join share.account a on a.account_id = s.account_id
            left join share.segment g on g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
            left join share.origin whole
                on whole.account_id = s.account_id and whole.file_id = s.file_id and whole.file_segment_id is null and whole.kind = origin_kind
            left join share.origin part
                on part.account_id = s.account_id and part.file_id = s.file_id and part.file_segment_id = s.file_segment_id and part.kind = origin_kind
            left join share.delivery d
                on d.account_id = s.account_id and share_sign_bulk.action = any (d.uses) and d.name = case share_sign_bulk.action
                    when 'stream' then coalesce(f.stream_delivery, a.stream_delivery)
                    when 'download' then coalesce(f.download_delivery, a.download_delivery)
                    when 'preview' then coalesce(f.preview_delivery, a.preview_delivery)
                end
            where (share_sign_bulk.account_id is null or s.account_id = share_sign_bulk.account_id)
                and (share_sign_bulk.user_id is null or exists (
                    select from share.member m where m.account_id = s.account_id and m.user_id = share_sign_bulk.user_id
                ))
            order by t.n
            offset 0
        ) r
        offset 0
    ) u;
end
$$;
comment on function share.share_sign_bulk is 'Internal. The same as share.share_describe() with one action, joined instead of looked up one by one: for a thousand shares and more, in their order, without those that are missing or, with user_id, not that member''s.';
