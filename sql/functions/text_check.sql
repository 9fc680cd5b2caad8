create function share.text_check(name text, value text, longest integer)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if length(value) > longest then
        perform share.refuse('PT413', 'a text is too long', format('%s: %s characters', name, length(value)), format('at most %s characters', longest));
    end if;
    return value;
end
$$;
comment on function share.text_check is 'Internal. A text as it is stored. Errors: PT413 when it has more characters than allowed.';
