create function share.entries_check(name text, given jsonb, accepted text[], longest integer)
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    wrong text;
begin
    perform share.require_argument(name, given is null);
    if jsonb_typeof(given) <> 'array' then
        perform share.refuse('22023', 'an argument is no list of objects', name || ': ' || jsonb_typeof(given));
    elsif jsonb_array_length(given) > longest then
        perform share.refuse('22023', 'a list is too long', format('%s: %s', name, jsonb_array_length(given)), format('at most %s at once', longest));
    end if;
    select jsonb_typeof(e.value) into wrong from jsonb_array_elements(given) e where jsonb_typeof(e.value) <> 'object' limit 1;
    if found then
        perform share.refuse('22023', 'an argument is no list of objects', format('%s: with %s in it', name, wrong));
    end if;
    select k.key into wrong
    from jsonb_array_elements(given) e
    cross join lateral jsonb_object_keys(e.value) k(key)
    where k.key <> all (accepted)
    limit 1;
    if found then
        perform share.refuse('22023', 'a key is not accepted', format('%s: %s', name, left(wrong, 100)), 'accepted: ' || array_to_string(accepted, ', '));
    end if;
end
$$;
comment on function share.entries_check is 'Internal. Refuses with 22023 an argument that is null or no JSON array of objects that have the accepted keys alone, or too many.';
