create function share.share_change_some(
    action text,
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
    reason text default null,
    "limit" integer default 1000,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns share.change_step
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    candidates text;
    accounts uuid[];
    found_ids uuid[];
    result share.change_step;
begin
    perform share.ready();
    if action is null or action not in ('revoke', 'disable', 'enable', 'expire', 'delete') then
        perform share.refuse('22023', 'no such action', 'action: ' || coalesce(left(action, 100), 'null'), 'accepted: revoke, disable, enable, expire, delete');
    elsif num_nonnulls(account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids) = 0 then
        perform share.refuse('22023', 'no filter is given', '', 'give at least one; account_id alone means every share of the account');
    end if;
    asked := share.share_filter_of('editor', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    reason := share.text_check('reason', reason, 500);
    "limit" := share.at_most_check('limit', "limit", 1000, 10000);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    -- The newest first: what is made meanwhile is left alone.
    candidates := share.share_filter_query(asked, 'created', true, cursor, at_most);
    execute 'select array_agg(p.account_id), array_agg(p.share_id), (array_agg(p.cursor_at))[count(*)], (array_agg(p.share_id))[count(*)]
        from (select c.account_id, c.share_id, c.cursor_at from (' || candidates || ') c where c.is_match limit $5) p'
    into accounts, found_ids, result.cursor_at, result.cursor
    using asked, cursor_at, cursor, at_most, "limit";
    result.matched := coalesce(cardinality(found_ids), 0);
    if result.matched < "limit" then
        execute 'select c.cursor_at, c.share_id from (' || candidates || ') c offset $4 - 1'
        into result.cursor_at, result.cursor
        using asked, cursor_at, cursor, at_most;
    end if;
    result.is_complete := result.cursor is null;
    -- In the order of their keys, so that two such calls do not wait for each other in a circle.
    perform from unnest(accounts, found_ids) t(account_id, id)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id
    order by s.account_id, s.share_id
    for no key update of s;
    result.changed := share.share_change(action, accounts, found_ids, reason);
    return result;
end
$$;
comment on function share.share_change_some is 'One step of a change of many shares: revoke, disable, enable, expire or delete the next ones of a filter (that of share.share_search(), at least one argument), at most "limit" (1 to 10000), newest first. To go on, call it again with cursor_at and cursor of the answer until is_complete; each call in a transaction of its own keeps what was done. Errors: 22023, 42501, PT401, PT404, PT413.';
