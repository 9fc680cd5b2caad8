create type share.attribute_option_details as (
    id uuid,
    attribute_id uuid,
    name text,
    color share.option_color,
    ordinal integer,
    created_by text,
    created_at timestamptz,
    archived boolean
);
comment on type share.attribute_option_details is 'One option of an attribute.';
comment on column share.attribute_option_details.id is 'Id of the option.';
comment on column share.attribute_option_details.attribute_id is 'Attribute that has the option.';
comment on column share.attribute_option_details.name is 'What people read, unique in the attribute whatever the case of its letters.';
comment on column share.attribute_option_details.color is 'Colour, null for none.';
comment on column share.attribute_option_details.ordinal is 'Place in the list; equal ones by name.';
comment on column share.attribute_option_details.created_by is 'User, API key prefix, recipient or visit that made it, null for the service.';
comment on column share.attribute_option_details.created_at is 'When the option was made.';
comment on column share.attribute_option_details.archived is 'Whether nobody can choose it any more.';
