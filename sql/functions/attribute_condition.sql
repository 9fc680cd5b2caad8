create function share.attribute_condition(account_id uuid, attribute_id uuid, name text, value_type share.attribute_type, asked jsonb)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    part record;
    wanted jsonb;
    options uuid[];
    column_name text := case when value_type = 'bool' then 'bool_value' when value_type = 'datetime' then 'time_value' else 'number_value' end;
    type_name text := case when value_type = 'bool' then 'boolean' when value_type = 'datetime' then 'timestamptz' else 'numeric' end;
    result text := format('v.attribute_id = %L', attribute_id);
begin
    if asked = '{}' or asked ? 'is' and asked <> jsonb_build_object('is', asked -> 'is') then
        perform share.refuse('22023', 'a filter asks for nothing or for too much', 'attribute: ' || name, 'give is alone, begins, at_least or at_most');
    end if;
    for part in select e.key, e.value from jsonb_each(asked) e loop
        if part.value = 'null' then
            if part.key <> 'is' then
                perform share.require_argument(part.key, true);
            end if;
            continue;
        elsif value_type in ('single_select', 'multi_select') and part.key = 'is' then
            wanted := case jsonb_typeof(part.value) when 'array' then part.value else jsonb_build_array(part.value) end;
            options := array(
                select o.option_id
                from jsonb_array_elements_text(wanted) w(key)
                join share.attribute_option o on o.account_id = attribute_condition.account_id and o.attribute_id = attribute_condition.attribute_id
                    and (lower(o.name) = lower(w.key) or o.option_id::text = lower(w.key))
            );
            if cardinality(options) < jsonb_array_length(wanted) or cardinality(options) = 0 then
                perform share.refuse('22023', 'a value is none of the options of its attribute', format('attribute: %s, given: %s', name, left(part.value::text, 100)));
            end if;
            result := result || case when cardinality(options) = 1 then format(' and v.option_id = %L', options[1])
                else format(' and v.option_id = any (%L::uuid[])', options) end;
        elsif value_type = 'str' and part.key in ('is', 'begins') and jsonb_typeof(part.value) = 'string' and length(part.value #>> '{}') between 1 and 10000 then
            -- By the index what it holds, the rest of each.
            result := result || case when part.key = 'is' then format(' and lower(left(v.text_value, 100)) = lower(left(%1$L, 100)) and lower(v.text_value) = lower(%1$L)', part.value #>> '{}')
                else format(' and lower(left(v.text_value, 100)) like %L and starts_with(lower(v.text_value), lower(%L))',
                    regexp_replace(lower(left(part.value #>> '{}', 100)), '([\\%_])', '\\\1', 'g') || '%', part.value #>> '{}') end;
        elsif (part.key = 'is' or part.key in ('at_least', 'at_most') and value_type <> 'bool') and value_type not in ('str', 'single_select', 'multi_select')
            and share.attribute_fits(case when value_type in ('int', 'rating') then 'float' else value_type end, part.value) then
            result := result || format(' and v.%I %s %L::%s', column_name, case part.key when 'is' then '=' when 'at_least' then '>=' else '<=' end,
                (part.value #>> '{}') || case when value_type = 'datetime' and (part.value #>> '{}') !~ ':.*(Z|[+-]\d\d(:?\d\d)?)$' then ' UTC' else '' end, type_name);
        else
            perform share.refuse('22023', 'a filter is not for an attribute of this type', format('attribute: %s, type: %s, %s: %s', name, value_type, part.key, left(part.value::text, 100)));
        end if;
    end loop;
    -- What the indexes are made for.
    return result || format(' and v.%I is not null', case when value_type = 'str' then 'text_value'
        when value_type in ('single_select', 'multi_select') then 'option_id' else column_name end);
end
$$;
comment on function share.attribute_condition is 'Internal. What a filter of share.file_find() asks of a row v of share.attribute_value; the values in it are quoted. Errors: 22023.';
