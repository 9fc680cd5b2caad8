create function share.share_count(
    account_id uuid default null,
    "text" text default null,
    state share.share_state default null,
    visibility share.visibility default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    recipient text default null,
    expires_before timestamptz default null,
    expires_after timestamptz default null,
    created_before timestamptz default null,
    created_after timestamptz default null,
    has_password boolean default null,
    ids uuid[] default null,
    at_most integer default 100000
)
returns share.share_number
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    result share.share_number;
begin
    perform share.ready();
    asked := share.share_filter_of('viewer', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    at_most := share.at_most_check('at_most', at_most, 100000, 10000000);
    execute 'select count(*) filter (where c.is_match), count(*) < $4, count(*)
        from (' || share.share_filter_query(asked, 'created', true, null, at_most) || ') c'
    into result.number, result.is_exact, result.seen
    using asked, null, null, at_most;
    return result;
end
$$;
comment on function share.share_count is 'Counts the shares that share.share_search() would list, looking at no more than at_most of them: where there are more, the number is not exact but the least. Errors: 22023, 42501, PT401, PT404, PT413.';
