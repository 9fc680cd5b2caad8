create function share.transcript_segment_list(
    file_id uuid,
    from_ms integer default null,
    to_ms integer default null,
    "limit" integer default null,
    cursor integer default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.transcript_segment_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    return query
    select u.file_id, u.ordinal, u.start_ms, u.end_ms, u.text
    from share.transcript_segment u
    where u.account_id = access.account_id and u.file_id = transcript_segment_list.file_id
        and (from_ms is null or u.end_ms > from_ms) and (to_ms is null or u.start_ms < to_ms)
        and (transcript_segment_list.cursor is null or u.ordinal > transcript_segment_list.cursor)
        and access.shown @> numrange(u.start_ms / 1000.0, u.end_ms / 1000.0)
    order by u.ordinal
    limit share.cue_limit("limit");
end
$$;
comment on function share.transcript_segment_list is 'Lists the segments of a file''s transcript in the order of time, no row without a transcript: all, those that are heard between from_ms and to_ms, or a page, where cursor is the ordinal of the last row of the page before. A share of a segment shows those that lie in it. Members, and visits by the permission view. Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
