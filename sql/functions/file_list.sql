create function share.file_list(
    account_id uuid default null,
    drive_id uuid default null,
    status share.processing_status default null,
    created_before date default null,
    created_after date default null,
    sort text default 'created_at',
    direction text default 'desc',
    "limit" integer default 20,
    cursor uuid default null
)
returns setof share.file_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    rows_wanted integer;
    conditions text := 'not f.is_deleted';
    accounts uuid[];
    ids uuid[];
begin
    perform share.ready();
    account := share.account_of_call(account_id);
    rows_wanted := share.page_limit("limit");
    if sort is null or sort not in ('created_at', 'filename') then
        perform share.refuse('22023', 'no such sort', 'sort: ' || coalesce(left(sort, 100), 'null'), 'accepted: created_at, filename');
    elsif direction is null or direction not in ('asc', 'desc') then
        perform share.refuse('22023', 'no such direction', 'direction: ' || coalesce(left(direction, 100), 'null'), 'accepted: asc, desc');
    end if;
    -- Only the filters that were given stand in the query, so that each finds its index; all values are bound.
    conditions := conditions
        || case when account is not null then ' and f.account_id = $1' else '' end
        || case when drive_id is not null then ' and f.drive_id = $2' else '' end
        || case when status is not null then ' and f.status = $3' else '' end
        || case when created_before is not null then ' and f.created_at < $4::timestamp at time zone ''UTC''' else '' end
        || case when created_after is not null then ' and f.created_at >= $5::timestamp at time zone ''UTC''' else '' end
        || case when cursor is not null then
            format(' and (f.%1$I, f.file_id) %2$s (select c.%1$I, c.file_id from share.file c where c.file_id = $6 and ($1 is null or c.account_id = $1))',
                sort, case direction when 'asc' then '>' else '<' end)
            else '' end;
    execute format(
        'select array_agg(p.account_id order by p.row), array_agg(p.file_id order by p.row) from (
            select f.account_id, f.file_id, row_number() over (order by f.%1$I %2$s, f.file_id %2$s) as row
            from share.file f where %3$s order by f.%1$I %2$s, f.file_id %2$s limit $7) p',
        sort, direction, conditions)
    into accounts, ids
    using account, drive_id, status, created_before, created_after, cursor, rows_wanted;
    return query select d.* from share.file_describe(accounts, ids) d;
end
$$;
comment on function share.file_list is 'Lists files: sort created_at or filename, direction asc or desc; created_before exclusive, created_after inclusive, at midnight UTC; cursor is the id of the last row of the previous page. Operators may leave out the account. Errors: 22007, 22023, 22P02, PT401, PT404.';
