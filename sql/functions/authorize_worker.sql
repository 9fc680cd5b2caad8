create function share.authorize_worker()
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    effective name := coalesce(nullif(current_setting('role', true), 'none'), session_user);
    reason text;
    who share.caller_identity;
begin
    if not (pg_has_role(effective, 'share_app', 'usage') or pg_has_role(effective, 'share_admin', 'usage')) then
        perform share.refuse('42501', 'only workers may do this', 'role: ' || effective, 'connect as a member of share_app or share_admin');
    end if;
    begin
        who := share.caller();
    exception when insufficient_privilege then
        -- Where a user must be set, a worker has none.
        get stacked diagnostics reason = message_text;
        if reason = 'no user is set for this transaction' then
            return;
        end if;
        raise;
    end;
    -- A backend that acts for someone would hand over the mails of all accounts.
    if who.kind <> 'service' then
        perform share.refuse('42501', 'only workers may do this', 'caller: ' || who.kind, 'a worker acts for nobody: call it without share.act_as(), claims or an API key');
    end if;
end
$$;
comment on function share.authorize_worker is 'Internal. Lets members of share_app and share_admin pass who act for nobody, also with pg_share.require_user on. Errors: 42501.';
