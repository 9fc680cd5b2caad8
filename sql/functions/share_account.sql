create function share.share_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select s.account_id into account
    from share.share s
    where s.share_id = share_account.id
        and (share_account.account_id is null or s.account_id = share_account.account_id)
        and not s.is_deleted;
    perform share.authorize(account, needed, 'share', id::text);
    return account;
end
$$;
comment on function share.share_account is 'Internal. The account of a share that is not deleted, for a caller with the needed role. Errors: as share.authorize.';
