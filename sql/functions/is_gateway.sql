create function share.is_gateway()
returns boolean
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    return pg_has_role(session_user, 'share_app', 'member') or pg_has_role(session_user, 'share_admin', 'member');
end
$$;
comment on function share.is_gateway is 'Internal. Whether the connection belongs to the application or an operator, so that its transaction commits what a refusal has recorded. Superusers do too.';
