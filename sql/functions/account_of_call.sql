create function share.account_of_call(account_id uuid)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity;
    accounts uuid[];
begin
    if account_id is not null then
        perform share.authorize(account_id, 'viewer', 'account', account_id::text);
        return account_id;
    end if;
    who := share.caller();
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'account');
    elsif who.all_accounts then
        return null;
    elsif who.account_id is not null then
        perform share.authorize(who.account_id, 'viewer', 'account');
        return who.account_id;
    elsif who.kind = 'user' then
        accounts := array(select m.account_id from share.member m where m.user_id = who.user_id limit 2);
        if cardinality(accounts) = 1 then
            return accounts[1];
        end if;
    end if;
    perform share.refuse('22023', 'the call must name an account', '', 'give account_id a value');
    return null;
end
$$;
comment on function share.account_of_call is 'Internal. The account that a listing call names or implies: the given one, the only one of the caller, or null (all) for operators. Errors: as share.authorize, and 22023 when none is named.';
