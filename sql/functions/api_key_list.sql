create function share.api_key_list(account_id uuid default null, "limit" integer default 20, cursor uuid default null)
returns setof share.api_key_details
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
    perform share.authorize(account, 'admin', 'account', account::text);
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.api_key_describe(account, array(
        select k.api_key_id
        from share.api_key k
        where k.account_id = account and (api_key_list.cursor is null or (k.created_at, k.api_key_id) < (
            select c.created_at, c.api_key_id from share.api_key c where c.account_id = account and c.api_key_id = api_key_list.cursor
        ))
        order by k.created_at desc, k.api_key_id desc
        limit rows_wanted
    )) d;
end
$$;
comment on function share.api_key_list is 'Lists the API keys of an account, newest first, also those that are over or revoked, never the keys themselves. cursor is the id of the last row of the previous page. For the service, admins and owners. Errors: 22023, 42501, PT401, PT404.';
