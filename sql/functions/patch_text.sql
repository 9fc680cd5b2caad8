create function share.patch_text(patch jsonb, key text, kept text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if not patch ? key then
        return kept;
    elsif jsonb_typeof(patch -> key) not in ('string', 'number', 'null') then
        perform share.refuse('22023', 'a value of the patch has the wrong type', 'key: ' || key, 'give a text, a number or null');
    end if;
    return patch ->> key;
end
$$;
comment on function share.patch_text is 'Internal. A value of a patch: absent keeps, null clears. Errors: 22023 for an object, list or boolean.';
