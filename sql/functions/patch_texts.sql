create function share.patch_texts(patch jsonb, key text)
returns text[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if jsonb_typeof(patch -> key) = 'null' then
        if key = 'permissions' then
            return '{view,download}';
        end if;
        return null;
    elsif jsonb_typeof(patch -> key) <> 'array' or jsonb_path_exists(patch -> key, '$[*] ? (@.type() != "string")') then
        perform share.refuse('22023', 'a value of the patch has the wrong type', key || ': ' || jsonb_typeof(patch -> key), 'give a list of texts or null');
    elsif jsonb_array_length(patch -> key) not between 1 and 100 then
        perform share.refuse('22023', 'a list of the patch is empty or too long', format('%s: %s', key, jsonb_array_length(patch -> key)), 'give 1 to 100 texts or null');
    end if;
    return array(select distinct e.value from jsonb_array_elements_text(patch -> key) e order by 1);
end
$$;
comment on function share.patch_texts is 'Internal. A list of texts in a patch, without repetition; null clears, permissions to view and download. Errors: 22023.';
