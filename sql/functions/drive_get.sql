create function share.drive_get(id uuid, account_id uuid default null)
returns share.drive_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.drive_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.drive_account(id, account_id, 'viewer');
    select d.* into result from share.drive_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.drive_get is 'Returns a drive. Errors: 22023, PT401, PT404.';
