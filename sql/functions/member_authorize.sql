create function share.member_authorize(account_id uuid, touched share.member_role[])
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity;
begin
    perform share.authorize(account_id, 'admin', 'account', account_id::text);
    who := share.caller();
    if who.kind <> 'service' and 'owner' = any (touched) and not exists (
        select from share.member m
        where m.account_id = member_authorize.account_id and m.user_id = who.user_id and m.role = 'owner'
    ) then
        perform share.refuse('42501', 'the member may not do this', 'needed: owner', 'only an owner makes, changes or removes owners');
    end if;
end
$$;
comment on function share.member_authorize is 'Internal. Lets admins and owners of the account pass, and only owners where the role owner is touched. Errors: 42501, PT401, PT404.';
