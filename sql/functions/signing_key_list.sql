create function share.signing_key_list(account_id uuid default null, state text default null, "limit" integer default 20, cursor text default null)
returns setof share.signing_key_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    rows_wanted integer;
begin
    perform share.ready();
    perform share.authorize_operator();
    rows_wanted := share.page_limit("limit");
    return query
    select d.*
    from share.signing_key_describe(array(
        select k.kid
        from share.signing_key k
        where (signing_key_list.account_id is null or k.account_id = signing_key_list.account_id)
            and (signing_key_list.state is null or k.state = signing_key_list.state)
            and (signing_key_list.cursor is null or k.kid > signing_key_list.cursor)
        order by k.kid
        limit rows_wanted
    )) d;
end
$$;
comment on function share.signing_key_list is 'Lists keys by kid, never their secrets; the nil UUID as account_id gives those of the installation. cursor is the kid of the last row of the previous page. For operators. Errors: 22023, 42501, PT401.';
