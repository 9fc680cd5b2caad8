create function share.share_search(
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
    sort text default 'created',
    descending boolean default true,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns setof share.share_summary
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    candidates text;
    rows_wanted integer;
    accounts uuid[];
    found_ids uuid[];
    last_row share.share_summary;
begin
    perform share.ready();
    asked := share.share_filter_of('viewer', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    candidates := share.share_filter_query(asked, sort, descending, cursor, at_most);
    execute 'select array_agg(p.account_id), array_agg(p.share_id) from (select c.account_id, c.share_id from (' || candidates || ') c where c.is_match limit $5) p'
    into accounts, found_ids
    using asked, cursor_at, cursor, at_most, rows_wanted;
    return query select d.* from share.share_summarize(accounts, found_ids, sort) d;
    if coalesce(cardinality(found_ids), 0) < rows_wanted then
        -- The page is not full: either there are no more, or they lie behind what was looked at.
        execute 'select c.cursor_at, c.share_id from (' || candidates || ') c offset $4 - 1'
        into last_row.cursor_at, last_row.cursor
        using asked, cursor_at, cursor, at_most;
        if last_row.cursor is not null then
            last_row.seen := at_most;
            return next last_row;
        end if;
    end if;
end
$$;
comment on function share.share_search is 'Lists shares that are not deleted, without signing anything: by their making (sort created), or living ones by their end (expires). text is part of a title, slug or file name or the beginning of an id, in any case; recipient a user id or mail address (for editors); before exclusive, after inclusive; at most 10000 ids. Where no index serves a filter, at most at_most shares are looked at: a last row without an id then tells where to go on. cursor_at and cursor are those of the last row of the previous page. Operators may leave out the account; a file_id implies it. Errors: 22023, 42501, PT401, PT404, PT413.';
