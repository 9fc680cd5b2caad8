create function share.segment_get(id uuid, account_id uuid default null)
returns share.segment_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.segment_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.segment_account(id, account_id, 'viewer');
    select d.* into result from share.segment_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.segment_get is 'Returns a segment. Errors: 22023, PT401, PT404.';
