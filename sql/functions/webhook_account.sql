create function share.webhook_account(id uuid, account_id uuid)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    perform share.require_argument('id', id is null);
    select w.account_id into account
    from share.webhook w
    where w.webhook_id = webhook_account.id and (webhook_account.account_id is null or w.account_id = webhook_account.account_id);
    perform share.authorize(account, 'admin', 'webhook', id::text);
    return account;
end
$$;
comment on function share.webhook_account is 'Internal. The account of a webhook, for its admins and owners. Errors: 22023, and as share.authorize.';
