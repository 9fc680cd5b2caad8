create function share.transcript_segment_put(
    file_id uuid,
    segments jsonb,
    drive_id uuid default null,
    account_id uuid default null
)
returns share.transcript_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    perform share.require_argument('segments', segments is null);
    access := share.file_enter(file_id, 'editor', null, null, '{}', drive_id, account_id);
    perform share.transcript_ensure(access.account_id, file_id);
    delete from share.transcript_segment g where g.account_id = access.account_id and g.file_id = transcript_segment_put.file_id;
    insert into share.transcript_segment (account_id, file_id, ordinal, start_ms, end_ms, text)
    select access.account_id, transcript_segment_put.file_id, c.ordinal, c.start_ms, c.end_ms, c.said
    from share.cues_read('segments', segments, false, (
        select f.duration_seconds from share.file f where f.account_id = access.account_id and f.file_id = transcript_segment_put.file_id
    )) c;
    perform share.event_add(access.account_id, null, 'transcript_segment.put', jsonb_build_object('file_id', file_id, 'segments', jsonb_array_length(segments)));
    return share.transcript_describe(access.account_id, file_id);
end
$$;
comment on function share.transcript_segment_put is 'Replaces the segments of a file''s transcript, words, lines or chapters as a recogniser cut them: an array of {"start_ms", "end_ms", "text"}, by the rule of share.utterance_put(). For editors. Errors: 22023 (with the element), 22P02, 23514, 42501, PT401, PT404, PT413.';
