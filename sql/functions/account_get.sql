create function share.account_get(id uuid)
returns share.account_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.account_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.authorize(id, 'viewer', 'account', id::text);
    select d.* into result from share.account_describe(array[id]) d;
    return result;
end
$$;
comment on function share.account_get is 'Returns an account. Errors: 22023, PT401, PT404.';
