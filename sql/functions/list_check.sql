create function share.list_check(name text, given jsonb)
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if given is not null and (jsonb_typeof(given) <> 'array' or jsonb_array_length(given) not between 1 and 1000) then
        perform share.refuse('22023', 'an argument is no list of 1 to 1000 objects', name || ': ' || jsonb_typeof(given), 'leave it out for none');
    end if;
end
$$;
comment on function share.list_check is 'Internal. Refuses with 22023 an argument that is no JSON array of 1 to 1000 elements.';
