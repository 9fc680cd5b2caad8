create function share.event_search(
    account_id uuid default null,
    share_id uuid default null,
    recipient_id uuid default null,
    kinds text[] default null,
    actor text default null,
    actor_kind text default null,
    address inet default null,
    reason text default null,
    is_bot boolean default null,
    after timestamptz default null,
    before timestamptz default null,
    descending boolean default true,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns setof share.found_event
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    rows_wanted integer;
    beginnings text[];
    candidates text;
    direction text := case when descending then ' desc' else ' asc' end;
    given integer := 0;
    last_row share.found_event;
begin
    perform share.ready();
    if account_id is null and share_id is not null then
        select s.account_id into account from share.share s where s.share_id = event_search.share_id;
        perform share.authorize(account, 'admin', 'share', share_id::text);
    elsif account_id is null and recipient_id is not null then
        select r.account_id into account from share.recipient r where r.recipient_id = event_search.recipient_id;
        perform share.authorize(account, 'admin', 'recipient', recipient_id::text);
    else
        account := share.account_of_call(account_id);
    end if;
    if account is not null then
        perform share.authorize(account, 'admin', 'account', account::text);
    end if;
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    if cardinality(kinds) > 100 then
        perform share.refuse('22023', 'too many kinds', format('kinds: %s', cardinality(kinds)), 'give at most 100, or all of a noun as share.*');
    end if;
    beginnings := array(select left(k.kind, -1) from unnest(kinds) k(kind) where k.kind like '%*');
    -- What an index serves limits what is looked at; the rest is asked of each event that is looked at.
    candidates := 'select e.*, ('
        || case when kinds is not null then '(e.kind = any ($4) or exists (select from unnest($5) b(kind) where starts_with(e.kind, b.kind)))' else 'true' end
        || case when actor is not null then ' and e.actor = $6' else '' end
        || case when actor_kind is not null then ' and e.actor_kind = $7' else '' end
        || case when address is not null then ' and e.address::inet && $8' else '' end
        || case when reason is not null then ' and e.reason = $9' else '' end
        || case when is_bot is not null then ' and e.is_bot = $10' else '' end
        || ') is true as is_match from share.event e where true'
        || case when account is not null then ' and e.account_id = $1' else '' end
        || case when share_id is not null then ' and e.share_id = $2' else '' end
        || case when recipient_id is not null then ' and e.recipient_id = $3' else '' end
        || case when after is not null then ' and e.at >= $11' else '' end
        || case when before is not null then ' and e.at < $12' else '' end
        || case when cursor is not null then format(' and (e.at, e.event_id) %s ($13, $14)', case when descending then '<' else '>' end) else '' end
        || format(' order by e.at%s, e.event_id%s limit $15', direction, direction);
    for last_row in execute
        'select p.event_id, p.at, nullif(p.account_id, ''00000000-0000-0000-0000-000000000000''), p.share_id, p.kind, p.actor_kind, p.actor, p.detail,
            p.recipient_id, p.visit_id, p.reason, p.address, p.is_bot,
            (select s.title from share.share s where s.account_id = p.account_id and s.share_id = p.share_id), p.at, p.event_id, null::integer
        from (select c.* from (' || candidates || ') c where c.is_match limit $16) p'
        using account, share_id, recipient_id, kinds, beginnings, actor, actor_kind, address, reason, is_bot, after, before, cursor_at, cursor, at_most, rows_wanted
    loop
        given := given + 1;
        return next last_row;
    end loop;
    if given < rows_wanted then
        -- The page is not full: either there are no more, or they lie behind what was looked at.
        last_row := null;
        execute 'select c.at, c.event_id from (' || candidates || ') c offset $15 - 1'
        into last_row.cursor_at, last_row.cursor
        using account, share_id, recipient_id, kinds, beginnings, actor, actor_kind, address, reason, is_bot, after, before, cursor_at, cursor, at_most, rows_wanted;
        if last_row.cursor is not null then
            last_row.seen := at_most;
            return next last_row;
        end if;
    end if;
end
$$;
comment on function share.event_search is 'Lists events, newest first or oldest first, those at or after one time and before another: of these kinds (share.* for all of a noun), by an actor, from an address or network that equals, contains or lies in what is kept, with a reason. Where no index serves a filter, at most at_most events are looked at: a last row without an id then tells where to go on. cursor_at and cursor are those of the last row of the previous page. For admins and owners of the account; operators may leave it out. Errors: 22023, 42501, PT401, PT404.';
