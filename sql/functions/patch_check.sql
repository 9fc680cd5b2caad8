create function share.patch_check(patch jsonb, accepted text[])
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    unknown text;
begin
    perform share.require_argument('patch', patch is null);
    if jsonb_typeof(patch) <> 'object' then
        perform share.refuse('22023', 'a patch is a JSON object', 'given: ' || jsonb_typeof(patch));
    end if;
    select k.key into unknown from jsonb_object_keys(patch) k(key) where k.key <> all (accepted) limit 1;
    if unknown is not null then
        perform share.refuse('22023', 'a key of the patch is not accepted', 'key: ' || left(unknown, 100),
            'accepted: ' || array_to_string(accepted, ', '));
    end if;
end
$$;
comment on function share.patch_check is 'Internal. Refuses with 22023 a patch that is no object or has other keys than the accepted ones.';
