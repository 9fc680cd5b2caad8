create function share.reads_account(account_id uuid)
returns boolean
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Refuses nobody: an application that has set no user where one is required is let read nothing.
    who share.caller_identity := share.caller_of_session();
begin
    return account_id is not null and case who.kind
        when 'service' then coalesce(who.account_id = reads_account.account_id, false)
            or who.account_id is null and (who.all_accounts or not current_setting('pg_share.require_user')::boolean)
        when 'api_key' then who.account_id = reads_account.account_id
        when 'user' then exists (
            select from share.member m where m.account_id = reads_account.account_id and m.user_id = who.user_id
        ) and (who.account_id is null or who.account_id = reads_account.account_id)
        else false
    end;
end
$$;
comment on function share.reads_account is 'Internal. Whether the caller may read what belongs to the account.';
