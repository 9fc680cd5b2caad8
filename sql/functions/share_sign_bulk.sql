create function share.share_sign_bulk(ids uuid[], action text, at timestamptz, client_address inet, account_id uuid)
returns setof share.signed_url
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
-- Joined as the sizes of the tables want it: planning costs little beside a thousand rows.
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set work_mem = '64MB'
as $$
declare
    origin_kind text := case action when 'stream' then 'stream' when 'download' then 'source' when 'preview' then 'thumbnail' end;
    who share.caller_identity := share.caller();
    moment timestamptz;
    address text := host(client_address);
begin
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'share');
    end if;
    moment := share.sign_time(at);
    return query
    select u.share_id, u.url, case when u.url is not null then u.ends end,
        case when u.sets_cookie and u.url is not null then (
            select c.value
            from share.sign_steps(u.signer, u.path, share_sign_bulk.action, u.public, moment, u.ends, u.share_id, u.epoch,
                null, null, address, u.window_start, u.window_end) c
            where c.step = 'cookie'
        ) end
    from (
        select r.*,
            share.sign_url(r.signer, case when r.ends > moment is not false then r.path end, share_sign_bulk.action, r.public, moment, r.ends,
                r.share_id, r.epoch, r.file_name, r.content_type, address, r.window_start, r.window_end) as url
        from (
            select s.share_id, s.epoch, s.visibility = 'public' as public, d.signer,
                d.sets_cookie and share_sign_bulk.action = 'stream' as sets_cookie,
                share.url_expiry(d.signer, share_sign_bulk.action, s.visibility = 'public', moment, s.expires_at) as ends,
                case
                    when share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, moment) <> 'active' then null
                    when share_sign_bulk.action = 'stream' and f.status <> 'completed' then null
                    when share_sign_bulk.action = 'download' and not 'download' = any (s.permissions) then null
                    when s.file_segment_id is null then whole.path
                    when share_sign_bulk.action = 'download' then part.path
                    else coalesce(part.path, whole.path)
                end as path,
                case when share_sign_bulk.action = 'download' then
                    case when s.file_segment_id is null then f.filename else regexp_replace(part.path, '^.*/', '') end
                end as file_name,
                case when share_sign_bulk.action = 'download' and s.file_segment_id is null then f.mime_type end as content_type,
                part.window_start, part.window_end
            from unnest(ids) with ordinality t(id, n)
            join share.share s on s.share_id = t.id and not s.is_deleted
            join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
            join share.account a on a.account_id = s.account_id
            left join share.origin whole
                on whole.account_id = s.account_id and whole.file_id = s.file_id and whole.file_segment_id is null and whole.kind = origin_kind
            left join share.delivery d
                on d.account_id = s.account_id and share_sign_bulk.action = any (d.uses) and d.name = case share_sign_bulk.action
                    when 'stream' then coalesce(f.stream_delivery, a.stream_delivery)
                    when 'download' then coalesce(f.download_delivery, a.download_delivery)
                    when 'preview' then coalesce(f.preview_delivery, a.preview_delivery)
                end
            -- Looked up for the shares of segments alone, which are few.
            left join lateral (
                select p.path,
                    case when share_sign_bulk.action = 'stream' and p.path is null then trim_scale(g.start_time)::text end as window_start,
                    case when share_sign_bulk.action = 'stream' and p.path is null then trim_scale(g.end_time)::text end as window_end
                from share.segment g
                left join share.origin p
                    on p.account_id = g.account_id and p.file_id = g.file_id and p.file_segment_id = g.file_segment_id and p.kind = origin_kind
                where s.file_segment_id is not null and g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
                limit 1
            ) part on true
            where (share_sign_bulk.account_id is null or s.account_id = share_sign_bulk.account_id)
                and (who.account_id is null or s.account_id = who.account_id)
                and (who.kind in ('service', 'api_key') or exists (
                    select from share.member m where m.account_id = s.account_id and m.user_id = who.user_id
                ))
            -- Sorted before they are signed, while the rows are narrow.
            order by t.n
            offset 0
        ) r
        offset 0
    ) u;
end
$$;
comment on function share.share_sign_bulk is 'Internal. The same as share.share_describe() with one action, joined instead of looked up one by one: for a thousand shares and more, in their order, without those that are missing or not the caller''s. Errors: 42501 (at), PT401.';
