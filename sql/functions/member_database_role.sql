create function share.member_database_role(database_role text)
returns name
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if database_role is null then
        return null;
    elsif (share.caller()).kind <> 'service' then
        -- An admin of one account could make any login of the installation a member of it, and act in its name.
        perform share.refuse('42501', 'only the service may name a database role', '', 'ask an operator');
    elsif database_role like 'share\_%' or to_regrole(quote_ident(database_role)) is null
        or not pg_has_role(to_regrole(quote_ident(database_role)), 'share_user', 'member')
    then
        perform share.refuse('22023', 'the database role cannot be a member', 'database_role: ' || left(database_role, 63),
            'name a role of its own that exists and is a member of share_user');
    end if;
    return database_role;
end
$$;
comment on function share.member_database_role is 'Internal. A database role that a member is to have, null for none. Errors: 22023, 42501 for who is not the service.';
