create function share.caller_of_session()
returns share.caller_identity
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    -- current_user would be the owner inside the functions that ask.
    effective name := coalesce(nullif(current_setting('role', true), 'none'), session_user);
    -- By its id, since a role may have been dropped under its session.
    effective_id oid := to_regrole(quote_ident(effective));
    -- Account and id of the API key, then user and account of share.act_as().
    kept text[] := share.identity_kept();
    -- A gateway leaves an empty text behind when its transaction ends.
    claims text := nullif(current_setting('request.jwt.claims', true), '');
    is_app boolean;
    key_role share.member_role;
    name text;
    account uuid;
begin
    if kept[2] is not null then
        select k.role, k.prefix into key_role, name
        from share.api_key k
        where k.account_id = kept[1]::uuid and k.api_key_id = kept[2]::uuid
            and k.revoked_at is null and (k.expires_at is null or k.expires_at > statement_timestamp());
        if found then
            return row('api_key', null, false, kept[1], key_role, name)::share.caller_identity;
        end if;
        return row('visitor', null, false, null, null, null)::share.caller_identity;
    end if;
    -- Whoever can run SQL can forge claims: they count on the connections of those who may act for users anyway.
    if claims is not null and pg_has_role(session_user, 'share_app', 'member') then
        kept := share.claims_read(claims);
        if kept is null then
            return row('visitor', null, false, null, null, null)::share.caller_identity;
        end if;
        return row('user', kept[1], false, kept[2], null, kept[1])::share.caller_identity;
    end if;
    is_app := pg_has_role(effective_id, 'share_app', 'usage');
    if is_app and kept[3] is not null then
        return row('user', kept[3], false, kept[4], null, kept[3])::share.caller_identity;
    elsif is_app and kept[4] is not null then
        return row('service', null, false, kept[4], null, effective)::share.caller_identity;
    elsif pg_has_role(effective_id, 'share_admin', 'usage') then
        return row('service', null, true, null, null, effective)::share.caller_identity;
    elsif is_app then
        return row('service', null, false, null, null, effective)::share.caller_identity;
    elsif pg_has_role(effective_id, 'share_user', 'usage') then
        select m.account_id, m.user_id into account, name from share.member m where m.database_role = effective;
        if found then
            return row('user', name, false, account, null, name)::share.caller_identity;
        end if;
    end if;
    return row('visitor', null, false, null, null, null)::share.caller_identity;
end
$$;
comment on function share.caller_of_session is 'Internal. Who is calling, for share.caller() and row security: the one place that decides. Refuses nobody.';
