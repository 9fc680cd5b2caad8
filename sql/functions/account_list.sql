create function share.account_list("limit" integer default 20, cursor uuid default null)
returns setof share.account_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity;
    rows_wanted integer;
    page uuid[];
begin
    perform share.ready();
    who := share.caller();
    rows_wanted := share.page_limit("limit");
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'account');
    end if;
    if who.kind = 'user' then
        page := array(
            select a.account_id
            from share.member m
            join share.account a on a.account_id = m.account_id
            where m.user_id = who.user_id
                and (who.account_id is null or m.account_id = who.account_id)
                and (account_list.cursor is null or (a.created_at, a.account_id) < (
                    select c.created_at, c.account_id
                    from share.account c
                    join share.member o on o.account_id = c.account_id and o.user_id = who.user_id
                    where c.account_id = account_list.cursor
                ))
            order by a.created_at desc, a.account_id desc
            limit rows_wanted
        );
    else
        page := array(
            select a.account_id
            from share.account a
            where a.account_id <> '00000000-0000-0000-0000-000000000000'
                and (who.account_id is null or a.account_id = who.account_id)
                and (account_list.cursor is null or (a.created_at, a.account_id) < (
                    select c.created_at, c.account_id from share.account c where c.account_id = account_list.cursor
                ))
            order by a.created_at desc, a.account_id desc
            limit rows_wanted
        );
    end if;
    return query select d.* from share.account_describe(page) d;
end
$$;
comment on function share.account_list is 'Lists accounts, newest first: all for the service, a user''s own for the user, one where the caller is bound to it. cursor is the id of the last row of the previous page. Errors: 22023 for a limit outside 1 to 100, PT401.';
