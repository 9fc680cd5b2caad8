create function share.drive_list(account_id uuid default null, "limit" integer default 20, cursor text default null)
returns setof share.drive_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    rows_wanted integer;
begin
    perform share.ready();
    account := share.account_of_call(account_id);
    perform share.require_argument('account_id', account is null);
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.drive_describe(account, array(
        select v.drive_id
        from share.drive v
        where v.account_id = account and (drive_list.cursor is null or v.name > drive_list.cursor)
        order by v.name
        limit rows_wanted
    )) d;
end
$$;
comment on function share.drive_list is 'Lists the drives of an account by name. cursor is the name of the last row of the previous page. Errors: 22023, PT401, PT404.';
