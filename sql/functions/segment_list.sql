create function share.segment_list(
    file_id uuid,
    start_time_after numeric default null,
    end_time_before numeric default null,
    min_duration numeric default null,
    max_duration numeric default null,
    "limit" integer default 20,
    cursor uuid default null,
    account_id uuid default null
)
returns setof share.segment_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    rows_wanted integer;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    if max_duration < min_duration then
        perform share.refuse('22023', 'max_duration is below min_duration', format('%s and %s', max_duration, min_duration), 'give them the other way round');
    end if;
    account := share.file_account(file_id, account_id, 'viewer');
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.segment_describe(account, array(
        select g.file_segment_id
        from share.segment g
        where g.account_id = account and g.file_id = segment_list.file_id and not g.is_deleted
            and (segment_list.start_time_after is null or g.start_time >= segment_list.start_time_after)
            and (segment_list.end_time_before is null or g.end_time <= segment_list.end_time_before)
            and (segment_list.min_duration is null or g.end_time - g.start_time >= segment_list.min_duration)
            and (segment_list.max_duration is null or g.end_time - g.start_time <= segment_list.max_duration)
            and (segment_list.cursor is null or (g.start_time, g.file_segment_id) > (
                select c.start_time, c.file_segment_id from share.segment c
                where c.account_id = account and c.file_segment_id = segment_list.cursor
            ))
        order by g.start_time, g.file_segment_id
        limit rows_wanted
    )) d;
end
$$;
comment on function share.segment_list is 'Lists the segments of a file by start time: start_time_after and end_time_before inclusive, min_duration and max_duration in seconds; cursor is the id of the last row of the previous page. Errors: 22023, PT401, PT404.';
