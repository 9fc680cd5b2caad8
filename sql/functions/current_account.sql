create function share.current_account(needed share.member_role default 'viewer')
returns uuid
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity := share.caller_of_session();
    accounts uuid[];
begin
    if who.kind = 'user' then
        accounts := array(
            select m.account_id
            from share.member m
            where m.user_id = who.user_id and (who.account_id is null or m.account_id = who.account_id)
            limit 2
        );
        return case when cardinality(accounts) = 1 then (
            select m.account_id from share.member m where m.account_id = accounts[1] and m.user_id = who.user_id and m.role >= needed
        ) end;
    elsif who.kind = 'service' or who.kind = 'api_key' and who.role >= needed then
        -- The installation is nobody's account.
        return nullif(who.account_id, '00000000-0000-0000-0000-000000000000');
    end if;
    return null;
end
$$;
comment on function share.current_account is 'The account of the caller, where there is exactly one: chosen by share.act_as() or the claim account_id, the only one of the user, that of the API key; otherwise null, also for members below the needed role. What the policies of the tables ask; never raises.';
