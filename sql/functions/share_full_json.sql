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
        'exclusive', s.exclusive,
        'disabled_at', s.disabled_at,
        'revoked_at', s.revoked_at,
        'ended_at', s.ended_at,
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
comment on function share.share_full_json is 'Everything about a share, for who looks after it: what share.share_get() returns, nulls included and times as text in UTC, further the state of its gates, its file, its segment and its usage of the last 30 days. Wider than the public contract, and grows. For editors. Errors: 22023, 42501, PT401, PT404.';
