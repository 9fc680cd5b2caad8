create function share.drive_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select d.account_id into account
    from share.drive d
    where d.drive_id = drive_account.id and (drive_account.account_id is null or d.account_id = drive_account.account_id);
    perform share.authorize(account, needed, 'drive', id::text);
    return account;
end
$$;
comment on function share.drive_account is 'Internal. The account of a drive, for a caller with the needed role. Errors: as share.authorize.';
