create function share.authorize_worker()
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Not share.caller(): where a user must be set, a worker has none.
    who share.caller_identity := share.caller_of_session();
begin
    -- A backend that acts for someone would hand over the mails of all accounts.
    if who.kind <> 'service' or who.account_id is not null then
        perform share.refuse('42501', 'only workers may do this', 'caller: ' || who.kind,
            'connect as a member of share_app or share_admin, without share.act_as(), claims or an API key');
    end if;
end
$$;
comment on function share.authorize_worker is 'Internal. Lets members of share_app and share_admin pass who act for nobody, also with pg_share.require_user on. Errors: 42501.';
