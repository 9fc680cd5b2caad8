create function share.file_get(id uuid, account_id uuid default null)
returns share.file_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.file_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.file_account(id, account_id, 'viewer');
    select d.* into result from share.file_describe(array[account], array[id]) d;
    return result;
end
$$;
comment on function share.file_get is 'Returns a file. Errors: 22023, PT401, PT404.';
