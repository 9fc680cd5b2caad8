create function share.actor_name(access share.file_access, guest_name text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if access.actor_kind <> 'guest' then
        return left(access.actor_name, 255);
    elsif btrim(coalesce(guest_name, '')) = '' then
        perform share.refuse('22023', 'a guest needs a name', '', 'give guest_name');
    elsif guest_name ~ '[\x01-\x1F\x7F-\x9F]' then
        perform share.refuse('22023', 'a name has control characters', 'argument: guest_name');
    end if;
    return share.text_check('guest_name', btrim(guest_name), 200);
end
$$;
comment on function share.actor_name is 'Internal. The name of who writes at a file: of a guest the one that is given. Errors: 22023, PT413.';
