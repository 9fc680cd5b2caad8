create function share.recipient_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select r.account_id into account
    from share.recipient r
    join share.share s on s.account_id = r.account_id and s.share_id = r.share_id and not s.is_deleted
    where r.recipient_id = recipient_account.id and (recipient_account.account_id is null or r.account_id = recipient_account.account_id);
    perform share.authorize(account, needed, 'recipient', id::text);
    return account;
end
$$;
comment on function share.recipient_account is 'Internal. The account of a recipient, for a caller with the needed role. Errors: as share.authorize.';
