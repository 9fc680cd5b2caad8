create function share.webhook_list(account_id uuid, "limit" integer default 20, cursor uuid default null)
returns setof share.webhook_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    rows_wanted integer;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.authorize(account_id, 'admin', 'account', account_id::text);
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.webhook_describe(account_id, array(
        select w.webhook_id
        from share.webhook w
        where w.account_id = webhook_list.account_id and (webhook_list.cursor is null or w.webhook_id < webhook_list.cursor)
        order by w.webhook_id desc
        limit rows_wanted
    )) d;
end
$$;
comment on function share.webhook_list is 'Lists the webhooks of an account, newest first. cursor is the id of the last row of the previous page. For admins and owners. Errors: 22023, 42501, PT401, PT404.';
