create function share.access_request_account(id uuid, account_id uuid)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select r.account_id into account
    from share.access_request r
    join share.share s on s.account_id = r.account_id and s.share_id = r.share_id and not s.is_deleted
    where r.request_id = access_request_account.id and (access_request_account.account_id is null or r.account_id = access_request_account.account_id);
    perform share.authorize(account, 'editor', 'access request', id::text);
    return account;
end
$$;
comment on function share.access_request_account is 'Internal. The account of an access request, for an editor. Errors: as share.authorize.';
