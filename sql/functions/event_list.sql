create function share.event_list(
    account_id uuid default null,
    share_id uuid default null,
    recipient_id uuid default null,
    kind text default null,
    after timestamptz default null,
    before timestamptz default null,
    "limit" integer default 20,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns setof share.event_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    rows_wanted integer;
begin
    perform share.ready();
    if account_id is null and share_id is not null then
        select s.account_id into account from share.share s where s.share_id = event_list.share_id;
        perform share.authorize(account, 'admin', 'share', share_id::text);
    else
        account := share.account_of_call(account_id);
    end if;
    if account is not null then
        perform share.authorize(account, 'admin', 'account', account::text);
    end if;
    rows_wanted := share.page_limit("limit");
    if (cursor is null) <> (cursor_at is null) then
        perform share.refuse('22023', 'half a cursor', '', 'give both at and id of the last row of the previous page, or neither');
    end if;
    return query execute
        'select e.event_id, e.at, nullif(e.account_id, ''00000000-0000-0000-0000-000000000000''), e.share_id, e.kind, e.actor_kind, e.actor, e.detail,
            e.recipient_id, e.visit_id, e.reason, e.address, e.is_bot
        from share.event e
        where true'
        || case when account is not null then ' and e.account_id = $1' else '' end
        || case when share_id is not null then ' and e.share_id = $2' else '' end
        || case when recipient_id is not null then ' and e.recipient_id = $3' else '' end
        || case when kind is not null then ' and e.kind = $4' else '' end
        || case when after is not null then ' and e.at >= $5' else '' end
        || case when before is not null then ' and e.at < $6' else '' end
        || case when cursor is not null then ' and (e.at, e.event_id) < ($7, $8)' else '' end
        || ' order by e.at desc, e.event_id desc limit $9'
    using account, share_id, recipient_id, kind, after, before, cursor_at, cursor, rows_wanted;
end
$$;
comment on function share.event_list is 'Lists events, newest first, those at or after one time and before another; cursor_at and cursor are at and id of the last row of the previous page. For admins and owners of the account; operators may leave it out. Errors: 22023, 42501, PT401, PT404.';
