create function share.api_key_revoke(id uuid, account_id uuid default null)
returns share.api_key_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.api_key_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    select k.account_id into account
    from share.api_key k
    where k.api_key_id = api_key_revoke.id and (api_key_revoke.account_id is null or k.account_id = api_key_revoke.account_id);
    perform share.authorize(account, 'admin', 'API key', id::text);
    update share.api_key k set revoked_at = statement_timestamp()
    where k.account_id = account and k.api_key_id = api_key_revoke.id and k.revoked_at is null;
    if found then
        perform share.event_add(account, null, 'api_key.revoked', jsonb_build_object('api_key_id', id));
    end if;
    select d.* into result from share.api_key_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.api_key_revoke is 'Ends an API key for good: from the next statement on, also of those who are using it, it counts for nothing. Harmless to repeat. For the service, admins and owners. Errors: 22023, 42501, PT401, PT404.';
