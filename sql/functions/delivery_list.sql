create function share.delivery_list(account_id uuid, "limit" integer default 20, cursor text default null)
returns setof share.delivery_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    rows_wanted integer;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('account_id', account_id is null);
    perform share.authorize(account_id, 'owner', 'account', account_id::text);
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.delivery_describe(account_id, array(
        select v.name
        from share.delivery v
        where v.account_id = delivery_list.account_id and (delivery_list.cursor is null or v.name > delivery_list.cursor)
        order by v.name
        limit rows_wanted
    )) d;
end
$$;
comment on function share.delivery_list is 'Lists the deliveries of an account by name. cursor is the name of the last row of the previous page. For operators. Errors: 22023, 42501, PT401, PT404.';
