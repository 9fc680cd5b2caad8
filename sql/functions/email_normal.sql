create function share.email_normal(email text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if share.text_check('email', email, 320) !~ '^[^@[:space:]\x01-\x1F\x7F-\x9F]+@[^@[:space:]\x01-\x1F\x7F-\x9F]+$' then
        perform share.refuse('22023', 'not a mail address', '', 'as ada@example.com');
    end if;
    return lower(email);
end
$$;
comment on function share.email_normal is 'Internal. A mail address as it is compared: in lower case. Errors: 22023, PT413.';
