create function share.caller()
returns share.caller_identity
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    -- current_user would be the owner inside the functions that ask.
    effective name := coalesce(nullif(current_setting('role', true), 'none'), session_user);
    acting text;
begin
    perform share.ready();
    acting := nullif(current_setting('pg_share.user_id', true), '');
    -- Anyone can set the setting; it counts only for those who may act for users anyway.
    if acting is not null and pg_has_role(effective, 'share_app', 'usage') then
        return row('user', acting, false)::share.caller_identity;
    elsif pg_has_role(effective, 'share_admin', 'usage') then
        return row('service', null, true)::share.caller_identity;
    elsif pg_has_role(effective, 'share_app', 'usage') then
        if current_setting('pg_share.require_user')::boolean then
            perform share.refuse('42501', 'no user is set for this transaction', '', 'call share.act_as(user_id) first');
        end if;
        return row('service', null, false)::share.caller_identity;
    end if;
    return row('visitor', null, false)::share.caller_identity;
end
$$;
comment on function share.caller is 'Tells who is calling: the service, a user for whom the service acts, or a visitor. Decided by the effective database role; fails closed. Errors: 42501 when pg_share.require_user is on and an application backend has set no user.';
