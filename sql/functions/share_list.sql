create function share.share_list(
    account_id uuid default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    visibility share.visibility default null,
    state share.share_state default null,
    created_before date default null,
    created_after date default null,
    "limit" integer default 20,
    cursor uuid default null
)
returns setof share.share_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    conditions text;
    account uuid;
    accounts uuid[];
    ids uuid[];
    cursor_at timestamptz;
begin
    perform share.ready();
    if state = 'deleted' then
        perform share.refuse('22023', 'deleted shares are not listed', 'state: deleted', 'share.event_list() has what happened to them');
    end if;
    account := share.share_list_account(account_id, file_id, file_segment_id);
    conditions := share.share_list_conditions(account, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after)
        || case when cursor is not null then ' and (s.created_at, s.share_id) < ($9, $10)' else '' end;
    if cursor is not null then
        select c.created_at into cursor_at
        from share.share c
        where c.share_id = share_list.cursor and (account is null or c.account_id = account);
    end if;
    execute 'select array_agg(p.account_id order by p.created_at desc, p.share_id desc), array_agg(p.share_id order by p.created_at desc, p.share_id desc)
        from (select s.account_id, s.created_at, s.share_id from share.share s where ' || conditions
        || ' order by s.created_at desc, s.share_id desc limit $11) p'
    into accounts, ids
    using account, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after, cursor_at, cursor, share.page_limit("limit");
    return query
    select d.* from share.share_describe(accounts, ids, '{stream,download,preview}', statement_timestamp()) d;
end
$$;
comment on function share.share_list is 'Lists shares that are not deleted, newest first, with freshly signed URLs; created_before exclusive, created_after inclusive, at midnight UTC; cursor is the id of the last row of the previous page. Operators may leave out the account; a file_id implies it. Errors: 22007, 22023, 22P02, PT401, PT404.';
