create function share.person_list(account_id uuid, "limit" integer default 20, cursor uuid default null)
returns setof share.person_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    rows_wanted integer;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.authorize(account_id, 'viewer', 'account', account_id::text);
    rows_wanted := share.page_limit("limit");
    return query
    select p.person_id, p.account_id, p.external_id, p.name, p.created_at, p.updated_at
    from share.person p
    where p.account_id = person_list.account_id and (person_list.cursor is null or p.person_id > person_list.cursor)
    order by p.person_id
    limit rows_wanted;
end
$$;
comment on function share.person_list is 'Lists the people whose faces were found, in the order in which they were; cursor is the id of the last row of the previous page. Errors: 22023, 42501, PT401, PT404.';
