create function share.share_full_json(id uuid, account_id uuid default null)
returns jsonb
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- Times of the answer read the same whoever asks.
set timezone = 'UTC'
as $$
declare
    account uuid;
    result jsonb;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'editor');
    select to_jsonb(d) || jsonb_build_object(
        'object', 'share',
        'epoch', s.epoch,
        'ended_at', s.ended_at,
        'terms', s.terms,
        'follow_stack', s.follow_stack,
        'caps', (
            select coalesce(jsonb_object_agg(c.kind, jsonb_build_object('maximum', c.maximum, 'used', c.used)), '{}')
            from share.cap c where c.account_id = account and c.share_id = s.share_id
        ),
        'items', (
            select coalesce(jsonb_agg(to_jsonb(i) - '{account_id,share_id}'::text[] order by i.ordinal), '[]')
            from share.item i where i.account_id = account and i.share_id = s.share_id
        ),
        'recipients', (
            select coalesce(jsonb_agg(to_jsonb(r) - '{account_id,share_id}'::text[] order by r.created_at, r.recipient_id), '[]')
            from share.recipient r where r.account_id = account and r.share_id = s.share_id
        ),
        'slugs', (
            select coalesce(jsonb_agg(jsonb_build_object('slug', g.slug, 'ends_at', g.ends_at, 'created_at', g.created_at) order by g.created_at, g.slug), '[]')
            from share.slug g where g.account_id = account and g.share_id = s.share_id
        ),
        'locked', (
            select coalesce(jsonb_agg(jsonb_build_object('address', t.address, 'failures', t.failures, 'locked_until', t.locked_until) order by t.address), '[]')
            from share.password_try t where t.account_id = account and t.share_id = s.share_id and t.locked_until > statement_timestamp()
        ),
        'file', jsonb_build_object('id', f.file_id, 'external_id', f.external_id, 'drive_id', f.drive_id, 'path', f.path,
            'media_type', f.media_type, 'mime_type', f.mime_type, 'bytes', f.bytes, 'duration_seconds', f.duration_seconds),
        'segment', case when g.file_segment_id is not null then jsonb_build_object('id', g.file_segment_id, 'start_time', g.start_time, 'end_time', g.end_time) end,
        'usage', (
            select coalesce(jsonb_agg(to_jsonb(u) - 'account_id' - 'share_id' order by u.day), '[]')
            from share.usage_window(null, null, 30) w
            cross join lateral share.usage_by_day(account, share_full_json.id, w.first_moment, w.end_moment) u
        ))
    into result
    from share.share_describe(array[account], array[id], '{stream,download,preview}', statement_timestamp()) d
    join share.share s on s.account_id = account and s.share_id = d.id
    join share.file f on f.account_id = account and f.file_id = s.file_id
    left join share.segment g on g.account_id = account and g.file_segment_id = s.file_segment_id;
    return result;
end
$$;
comment on function share.share_full_json is 'Everything about a share, for who looks after it: what share.share_get() returns, nulls included and times as text in UTC, further its caps, items, recipients, slugs and locks, its file, its segment and its usage of the last 30 days. Wider than the public contract, and grows. For editors. Errors: 22023, 42501, PT401, PT404.';
