create function share.segment_create(
    file_id uuid,
    start_time numeric,
    end_time numeric,
    metadata jsonb default '{}',
    account_id uuid default null
)
returns share.segment_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    duration numeric;
    created uuid := share.new_id();
    result share.segment_details;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    perform share.require_argument('start_time', start_time is null);
    perform share.require_argument('end_time', end_time is null);
    account := share.file_account(file_id, account_id, 'editor');
    select f.duration_limit into duration
    from share.file f
    where f.account_id = account and f.file_id = segment_create.file_id and not f.is_deleted
    for key share;
    if not found then
        perform share.authorize(null, 'editor', 'file', file_id::text);
    end if;
    insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration, metadata)
    values (account, created, segment_create.file_id, segment_create.start_time, segment_create.end_time, duration,
        share.metadata_check(segment_create.metadata));
    perform share.event_add(account, null, 'segment.created', jsonb_build_object('file_segment_id', created, 'file_id', file_id));
    select d.* into result from share.segment_describe(account, array[created]) d;
    return result;
end
$$;
comment on function share.segment_create is 'Makes a segment from start_time to end_time, seconds of the file. Errors: 22023, 23514 (segment_times_check, segment_inside_file_check), 42501, PT401, PT404, PT413.';
