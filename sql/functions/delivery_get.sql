create function share.delivery_get(account_id uuid, name text)
returns share.delivery_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.delivery_details;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('name', name is null);
    select d.* into result from share.delivery_describe(account_id, array[name]) d;
    if result.name is null then
        perform share.refuse('PT404', 'delivery not found', 'name: ' || left(name, 100));
    end if;
    return result;
end
$$;
comment on function share.delivery_get is 'Returns a delivery. For operators. Errors: 22023, 42501, PT401, PT404.';
