create function share.authorize_operator()
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller();
begin
    if who.kind = 'visitor' then
        perform share.refuse('PT401', 'nobody is signed in', '', 'connect as a member of share_admin');
    elsif who.all_accounts is not true then
        perform share.refuse('42501', 'only operators may do this', '', 'connect as a member of share_admin');
    end if;
end
$$;
comment on function share.authorize_operator is 'Internal. Lets operators pass; otherwise PT401 (visitor) or 42501.';
