create function share.password_check(password text)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    shortest integer := current_setting('pg_share.password_min_length')::integer;
begin
    if octet_length(password) > 1024 then
        perform share.refuse('PT413', 'a password is too long', format('%s bytes', octet_length(password)), 'at most 1024 bytes');
    elsif length(password) < shortest then
        perform share.refuse('22023', 'the password is too short', format('at least %s characters', shortest), 'take a longer one, or none');
    elsif password ~ '[\x01-\x1F\x7F-\x9F]' then
        perform share.refuse('22023', 'invalid password', 'it has control characters', 'take letters, digits, blanks and signs of any script');
    end if;
    return password;
end
$$;
comment on function share.password_check is 'Internal. A password that may be set, as it was given; null stays null. Errors: 22023 (shorter than pg_share.password_min_length, control characters), PT413 (more than 1024 bytes).';
