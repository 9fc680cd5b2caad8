create function share.member_list(account_id uuid default null, "limit" integer default 20, cursor text default null)
returns setof share.member_details
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
    from share.member_describe(account, array(
        select m.user_id
        from share.member m
        where m.account_id = account and (member_list.cursor is null or m.user_id > member_list.cursor)
        order by m.user_id
        limit rows_wanted
    )) d;
end
$$;
comment on function share.member_list is 'Lists the members of an account by user_id. cursor is the user_id of the last row of the previous page. Errors: 22023, PT401, PT404.';
