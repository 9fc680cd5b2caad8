create function share.caller()
returns share.caller_identity
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity;
    -- Takes what a function without a result gives: perform starts a query, which costs ten times as much.
    nothing text;
begin
    nothing := share.ready();
    who := share.caller_of_session();
    if who.kind = 'service' and not who.all_accounts and who.account_id is null and current_setting('pg_share.require_user')::boolean then
        perform share.refuse('42501', 'no user is set for this transaction', '', 'call share.act_as(user_id) first');
    end if;
    return who;
end
$$;
comment on function share.caller is 'Tells who is calling: the service, a user, an API key or a visitor. Decided by share.authenticate(), the claims of a gateway, share.act_as() and the effective database role, in this order; fails closed. Errors: 42501 when pg_share.require_user is on and an application backend has set no user.';
