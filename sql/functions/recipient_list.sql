create function share.recipient_list(
    share_id uuid,
    "limit" integer default 20,
    cursor uuid default null,
    account_id uuid default null
)
returns setof share.recipient_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('share_id', share_id is null);
    account := share.share_account(share_id, account_id, 'viewer');
    return query
    select d.*
    from share.recipient_describe(account, array(
        select r.recipient_id
        from share.recipient r
        where r.account_id = account and r.share_id = recipient_list.share_id
            and (cursor is null or (r.created_at, r.recipient_id) > (
                select c.created_at, c.recipient_id from share.recipient c where c.account_id = account and c.recipient_id = recipient_list.cursor
            ))
        order by r.created_at, r.recipient_id
        limit share.page_limit("limit")
    )) d;
end
$$;
comment on function share.recipient_list is 'Lists the recipients of a share, oldest first; cursor is the id of the last row of the previous page. Errors: 22023, PT401, PT404.';
