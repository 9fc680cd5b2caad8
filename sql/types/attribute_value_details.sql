create type share.attribute_value_details as (
    attribute_id uuid,
    name text,
    label text,
    value_type share.attribute_type,
    value jsonb,
    is_default boolean,
    description text,
    location text,
    group_name text,
    options share.attribute_option_details[],
    add_new_options boolean,
    automated boolean,
    updated_at timestamptz
);
comment on type share.attribute_value_details is 'What an attribute says of a file.';
comment on column share.attribute_value_details.attribute_id is 'Id of the attribute.';
comment on column share.attribute_value_details.name is 'System name of the attribute.';
comment on column share.attribute_value_details.label is 'What people read.';
comment on column share.attribute_value_details.value_type is 'What its values are.';
comment on column share.attribute_value_details.value is 'The value as it may be set again: a text, a number, true or false, a time in UTC as a text, the name of an option, a list of such names; null for none.';
comment on column share.attribute_value_details.is_default is 'Whether the file has no value of its own and the attribute''s default is shown.';
comment on column share.attribute_value_details.description is 'What the attribute is for.';
comment on column share.attribute_value_details.location is 'Where the application shows it.';
comment on column share.attribute_value_details.group_name is 'Heading below which it is shown, null for none.';
comment on column share.attribute_value_details.options is 'What may be chosen, in order; null where there is nothing to choose from.';
comment on column share.attribute_value_details.add_new_options is 'Whether setting a value that is no option makes one.';
comment on column share.attribute_value_details.automated is 'Whether a worker is to fill it in.';
comment on column share.attribute_value_details.updated_at is 'When the file''s own value was last set.';
