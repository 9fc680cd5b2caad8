create function share.attribute_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select a.account_id into account
    from share.attribute a
    where a.attribute_id = attribute_account.id and (attribute_account.account_id is null or a.account_id = attribute_account.account_id);
    perform share.authorize(account, needed, 'attribute', id::text);
    return account;
end
$$;
comment on function share.attribute_account is 'Internal. The account of an attribute, for a caller with the needed role. Errors: as share.authorize.';
