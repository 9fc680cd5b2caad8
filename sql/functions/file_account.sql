create function share.file_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select f.account_id into account
    from share.file f
    where f.file_id = file_account.id
        and (file_account.account_id is null or f.account_id = file_account.account_id)
        and not f.is_deleted;
    perform share.authorize(account, needed, 'file', id::text);
    return account;
end
$$;
comment on function share.file_account is 'Internal. The account of a living file, for a caller with the needed role. Errors: as share.authorize.';
