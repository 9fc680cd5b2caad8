create function share.transcript_export(
    file_id uuid,
    type text default 'vtt',
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
    said record;
    written record;
begin
    perform share.ready();
    perform share.require_argument('type', type is null);
    access := share.export_enter(export_token, file_id, 'transcript', 'viewer', 'view', visit_token, context, drive_id, account_id);
    select t.language, f.filename, f.duration_seconds into held
    from share.transcript t
    join share.file f on f.account_id = t.account_id and f.file_id = t.file_id
    where t.account_id = access.account_id and t.file_id = transcript_export.file_id and t.put_at is not null;
    if not found then
        perform share.refuse('PT404', 'the file has no transcript', 'id: ' || file_id, 'share.transcript_rerun() asks for one');
    end if;
    select coalesce(array_agg(u.start_ms order by u.ordinal), '{}') as starts,
        -- The file may have become shorter since.
        coalesce(array_agg(least(u.end_ms, greatest(floor(held.duration_seconds * 1000), u.start_ms + 1))::integer order by u.ordinal), '{}') as ends,
        coalesce(array_agg(u.speaker order by u.ordinal), '{}') as speakers, coalesce(array_agg(u.text order by u.ordinal), '{}') as texts
    into said
    from share.utterance u
    where u.account_id = access.account_id and u.file_id = transcript_export.file_id
        and access.shown @> numrange(u.start_ms / 1000.0, u.end_ms / 1000.0);
    select w.* into written from share.subtitle_write(type, said.starts, said.ends, said.speakers, said.texts) w;
    return row(concat_ws('.', regexp_replace(held.filename, '(.)\.[^.]*$', '\1'), held.language, written.extension), written.mime_type, written.body)::share.export_details;
end
$$;
comment on function share.transcript_export is 'Writes what is said in a file: vtt, srt, txt or json. Subtitles have at most two lines of 42 columns, as even as the words allow; what is longer is shown in parts, each for its part of the time. A share of a segment shows what lies in it. Members, visits by the permission view, and who brings a token of share.export_token_issue(). Errors: 22023, 42501, PT401, PT404 (also without a transcript), PT410, PT429.';
