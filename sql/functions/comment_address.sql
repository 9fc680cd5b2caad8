create function share.comment_address(access share.file_access, context jsonb)
returns inet
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if access.is_member then
        return null;
    end if;
    return (share.visit_context(context) ->> 'address')::inet;
end
$$;
comment on function share.comment_address is 'Internal. The network address of who comes through a share, for events; null for members.';
