create function share.attribute_get(id uuid, account_id uuid default null)
returns share.attribute_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.attribute_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.attribute_account(id, account_id, 'viewer');
    select d.* into result from share.attribute_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.attribute_get is 'Returns an attribute with its options. Errors: 22023, PT401, PT404.';
