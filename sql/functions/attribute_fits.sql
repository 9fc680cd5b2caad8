create function share.attribute_fits(value_type share.attribute_type, value jsonb)
returns boolean
language sql immutable parallel safe
return case
    when value_type = 'str' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 10000
    when value_type = 'single_select' then jsonb_typeof(value) = 'string' and length(value #>> '{}') between 1 and 200
    when value_type = 'multi_select' then jsonb_typeof(value) = 'array' and not jsonb_path_exists(value, '$[*] ? (@.type() != "string" || @ == "")')
        and case when jsonb_typeof(value) = 'array' then jsonb_array_length(value) else 0 end <= 1000
    when value_type = 'bool' then jsonb_typeof(value) = 'boolean'
    when value_type = 'datetime' then jsonb_typeof(value) = 'string'
        and (value #>> '{}') ~ '^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)?)?$'
    when jsonb_typeof(value) <> 'number' then false
    when value_type = 'float' then abs((value #>> '{}')::numeric) < 1e308
    when value_type = 'int' then (value #>> '{}')::numeric = trunc((value #>> '{}')::numeric)
        and (value #>> '{}')::numeric between -9223372036854775808 and 9223372036854775807
    else (value #>> '{}')::numeric in (0, 1, 2, 3, 4, 5)
end;
comment on function share.attribute_fits is 'Internal. Whether a value has the form that a type takes; whether an option is there it does not ask. It is put in the place of its call, so that a million values are checked without a million calls.';
