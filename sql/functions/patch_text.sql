create function share.patch_text(patch jsonb, key text, kept text, kind text default 'string')
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if not patch ? key then
        return kept;
    elsif jsonb_typeof(patch -> key) not in (kind, 'string', 'null') then
        perform share.refuse('22023', 'a value of the patch has the wrong type', format('%s: %s', key, jsonb_typeof(patch -> key)), format('give a %s or null', kind));
    end if;
    return patch ->> key;
end
$$;
comment on function share.patch_text is 'Internal. A value of a patch as text: absent keeps, null clears. Errors: 22023 for another JSON type than the kind (string, number) or a string.';
