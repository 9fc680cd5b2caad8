create function share.put_permissions(given jsonb)
returns text[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    codes text[];
begin
    if jsonb_typeof(given) = 'null' then
        return null;
    elsif jsonb_typeof(given) <> 'array' or jsonb_array_length(given) not between 1 and 100 then
        perform share.refuse('22023', 'a value is no list of 1 to 100 permissions', 'sharedPermissions: ' || jsonb_typeof(given), 'leave it out for view and download');
    end if;
    codes := array(select share.lookup_read('sharedPermissions', e.value, 'SharePermissions') from jsonb_array_elements(given) e);
    if array_position(codes, null) > 0 then
        perform share.refuse('22023', 'a list has a null in it', 'key: sharedPermissions', 'null in place of the list is view and download');
    end if;
    return array(
        select distinct granted.permission
        from unnest(codes) c(code)
        left join share.permission_presets() p on p.code = c.code
        cross join lateral unnest(coalesce(p.permissions, array[c.code])) granted(permission)
        order by 1
    );
end
$$;
comment on function share.put_permissions is 'Internal. The permissions of a list of permissions, presets and roles, as share.lookup_read() takes each. Errors: 22023.';
