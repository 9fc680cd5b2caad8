create function share.access_request_list(
    account_id uuid default null,
    share_id uuid default null,
    state text default null,
    "limit" integer default 20,
    cursor uuid default null
)
returns setof share.access_request_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    rows_wanted integer;
begin
    perform share.ready();
    account := case when share_id is not null then share.share_account(share_id, account_id, 'editor') else share.account_of_call(account_id) end;
    perform share.require_argument('account_id', account is null);
    perform share.authorize(account, 'editor', 'account', account::text);
    rows_wanted := share.page_limit("limit");
    if state not in ('pending', 'approved', 'refused') then
        perform share.refuse('22023', 'no such state of an access request', 'state: ' || left(state, 100), 'accepted: pending, approved, refused');
    end if;
    return query
    select d.*
    from share.access_request_describe(account, array(
        select r.request_id
        from share.access_request r
        where r.account_id = account and (access_request_list.share_id is null or r.share_id = access_request_list.share_id)
            and (access_request_list.state is null or r.state = access_request_list.state)
            and (cursor is null or (r.created_at, r.request_id) < (
                select c.created_at, c.request_id from share.access_request c where c.account_id = account and c.request_id = access_request_list.cursor
            ))
        order by r.created_at desc, r.request_id desc
        limit rows_wanted
    )) d;
end
$$;
comment on function share.access_request_list is 'Lists the access requests of an account or a share, newest first, of a state (pending, approved, refused) or all; cursor is the id of the last row of the previous page. For editors. Errors: 22023, 42501, PT401, PT404.';
