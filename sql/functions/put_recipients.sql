create function share.put_recipients(config jsonb, key text)
returns jsonb
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    entry jsonb;
    said text[];
    who text;
    result jsonb := '[]';
begin
    if jsonb_typeof(config -> key) is null or jsonb_typeof(config -> key) = 'null' then
        return '[]';
    elsif jsonb_typeof(config -> key) <> 'array' or jsonb_array_length(config -> key) > 1000 then
        perform share.refuse('22023', 'a value is no list of at most 1000 users', format('%s: %s', key, jsonb_typeof(config -> key)), 'null or an empty list for none');
    end if;
    for entry in select e.value from jsonb_array_elements(config -> key) e loop
        said := case jsonb_typeof(entry)
            when 'string' then array[entry #>> '{}']
            when 'object' then array[entry ->> 'email', entry ->> 'id', entry ->> 'name', entry ->> 'description'] end;
        who := case when key = 'externalUsers' then (select s from unnest(said) s where s like '%@%' limit 1)
            when jsonb_typeof(entry) = 'object' then entry ->> 'id' else said[1] end;
        if coalesce(who, '') = '' then
            perform share.refuse('22023', 'a user of the list has no id or mail address', format('%s: %s', key, left(entry::text, 100)),
                'give each as a text, or as an object with id');
        end if;
        result := result || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
            case when key = 'externalUsers' then 'email' else 'user_id' end, who,
            'name', case when jsonb_typeof(entry) = 'object' then
                nullif((select s from unnest(array[entry ->> 'name', entry ->> 'description']) s where s <> who limit 1), '') end
        )));
    end loop;
    -- Once each: a list may say the same twice.
    return (
        select coalesce(jsonb_agg(d.value order by d.n), '[]')
        from (
            select distinct on (lower(coalesce(e.value ->> 'email', '')), e.value ->> 'user_id') e.value, e.n
            from jsonb_array_elements(result) with ordinality e(value, n)
            order by lower(coalesce(e.value ->> 'email', '')), e.value ->> 'user_id', e.n
        ) d
    );
end
$$;
comment on function share.put_recipients is 'Internal. The users (nomadUsers) or mail addresses (externalUsers) of a configuration, as recipients. Errors: 22023.';
