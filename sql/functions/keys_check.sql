create function share.keys_check(name text, given jsonb, accepted text[])
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    unknown text;
begin
    perform share.require_argument(name, given is null);
    if jsonb_typeof(given) <> 'object' then
        perform share.refuse('22023', 'an argument is not a JSON object', name || ': ' || jsonb_typeof(given));
    end if;
    select k.key into unknown from jsonb_object_keys(given) k(key) where k.key <> all (accepted) limit 1;
    if unknown is not null then
        perform share.refuse('22023', 'a key is not accepted', format('%s: %s', name, left(unknown, 100)), 'accepted: ' || array_to_string(accepted, ', '));
    end if;
end
$$;
comment on function share.keys_check is 'Internal. Refuses with 22023 an argument that is null, no JSON object or has other keys than the accepted ones.';
