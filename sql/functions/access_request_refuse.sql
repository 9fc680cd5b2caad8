create function share.access_request_refuse(id uuid, account_id uuid default null)
returns share.access_request_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.access_request_account(id, account_id);
    return share.access_request_decide(account, id, 'refused', null);
end
$$;
comment on function share.access_request_refuse is 'Refuses an access request; nobody is told, and for a day asking again is not heard. Errors: 22023, 23514 (access_request_state_check when it is decided already), 42501, PT401, PT404.';
