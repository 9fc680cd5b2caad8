create function share.authorize(account_id uuid, needed share.member_role, noun text, id text default '')
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller();
    held share.member_role;
begin
    if who.kind = 'visitor' then
        perform share.refuse('PT401', 'nobody is signed in', '', 'connect as a member of share_app and call share.act_as(user_id)');
    elsif account_id is null or who.account_id <> account_id then
        null; -- missing, or not the one account of the caller
    elsif who.kind = 'service' then
        if account_id = '00000000-0000-0000-0000-000000000000' and not who.all_accounts then
            null; -- the installation is the operators'
        elsif noun <> 'account' then
            return;
        elsif exists (select from share.account a where a.account_id = authorize.account_id) then
            return;
        end if;
    elsif who.kind = 'user' then
        select m.role into held from share.member m where m.account_id = authorize.account_id and m.user_id = who.user_id;
        if held >= needed then
            return;
        elsif held is not null then
            perform share.refuse('42501', 'the member may not do this', format('role: %s, needed: %s', held, needed),
                'an admin or owner of the account can change the role');
        end if;
    elsif who.kind = 'api_key' and who.account_id = account_id then
        if who.role >= needed then
            return;
        end if;
        perform share.refuse('42501', 'the API key may not do this', format('role: %s, needed: %s', who.role, needed),
            'an admin or owner of the account can make a key of a higher role');
    end if;
    -- Missing and not yours look the same.
    perform share.refuse('PT404', noun || ' not found', 'id: ' || coalesce(nullif(id, ''), account_id::text, ''));
end
$$;
comment on function share.authorize is 'Internal. Lets the caller pass who has the needed role in the account, or is the service. Otherwise PT401 (visitor), 42501 (role too low) or PT404 (account null, missing or not the caller''s).';
