create function share.reads_account(account_id uuid)
returns boolean
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller();
begin
    return account_id is not null and case who.kind
        when 'service' then who.account_id is null or who.account_id = reads_account.account_id
        when 'api_key' then who.account_id = reads_account.account_id
        when 'user' then exists (
            select from share.member m where m.account_id = reads_account.account_id and m.user_id = who.user_id
        ) and (who.account_id is null or who.account_id = reads_account.account_id)
        else false
    end;
end
$$;
comment on function share.reads_account is 'Internal. Whether the caller may read what belongs to the account.';
