create function share.comment_export(
    file_id uuid,
    type text,
    frame_rate text default null,
    start_timecode text default null,
    public_only boolean default false,
    export_token text default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.export_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
    comments text;
    written record;
begin
    perform share.ready();
    perform share.require_argument('type', type is null);
    access := share.export_enter(export_token, file_id, 'comments', 'viewer', 'comments_view', visit_token, context, drive_id, account_id);
    -- Who comes through a share sees what is public.
    public_only := not access.is_member or coalesce(public_only, false);
    select f.filename, f.duration_seconds::text as duration, f.metadata ->> 'frame_rate' as frame_rate, f.metadata ->> 'start_timecode' as start_timecode
    into held
    from share.file f
    where f.account_id = access.account_id and f.file_id = comment_export.file_id;
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.comment_id, 'thread_id', case when c.parent_id is not null then c.thread_id end,
        'at', c.at_seconds::text, 'duration', c.duration_seconds::text, 'author', case when access.is_member then c.author_name when c.author_kind not in ('service', 'api_key') then nullif(c.author_name, c.author) end, 'content', c.content,
        'created_at', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'resolved_at', to_char(c.resolved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'is_public', c.is_public
    ) order by t.at_seconds nulls first, t.comment_id, c.comment_id), '[]')::text
    into comments
    from share.comment t
    join share.comment c on c.account_id = t.account_id and c.file_id = t.file_id and c.thread_id = t.comment_id
    where t.account_id = access.account_id and t.file_id = comment_export.file_id
        and case when public_only then t.is_listed_public else t.is_listed end
        and (c.is_public or not public_only)
        and share.comment_is_shown(access, t.at_seconds, t.duration_seconds, t.share_id);
    select w.* into written
    from share.comment_write(type, comments, held.filename, held.duration, frame_rate, held.frame_rate, start_timecode, held.start_timecode) w;
    return row(regexp_replace(held.filename, '(.)\.[^.]*$', '\1') || '.comments.' || written.extension, written.mime_type, written.body)::share.export_details;
end
$$;
comment on function share.comment_export is 'Writes the comments on a file: csv, json, txt, vtt, srt, markdown, edl (CMX 3600 with locators) or fcpxml (Final Cut Pro XML with markers). frame_rate is 23.976, 24, 25, 29.97, 29.97df, 30, 50, 59.94, 59.94df or 60, df where time codes drop numbers; else frame_rate of the file''s metadata counts, else 25; start_timecode likewise, else 00:00:00:00. What has no time is not in vtt, srt, edl and fcpxml. public_only leaves internal ones out. Members, visits by the permission comments_view, to which internal ones are not shown, and who brings a token of share.export_token_issue(). Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
