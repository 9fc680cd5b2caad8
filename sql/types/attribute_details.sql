create type share.attribute_details as (
    id uuid,
    account_id uuid,
    drive_id uuid,
    name text,
    label text,
    value_type share.attribute_type,
    description text,
    location text,
    group_name text,
    default_value jsonb,
    options share.attribute_option_details[],
    add_new_options boolean,
    restrict_to_types share.media_type[],
    automated boolean,
    prompt text,
    archived boolean,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.attribute_details is 'One attribute of a drive as the functions return it.';
comment on column share.attribute_details.id is 'Id of the attribute.';
comment on column share.attribute_details.account_id is 'Account that the attribute belongs to.';
comment on column share.attribute_details.drive_id is 'Drive whose files it describes.';
comment on column share.attribute_details.name is 'System name, unique on the drive.';
comment on column share.attribute_details.label is 'What people read.';
comment on column share.attribute_details.value_type is 'What its values are.';
comment on column share.attribute_details.description is 'What it is for.';
comment on column share.attribute_details.location is 'Where the application shows it.';
comment on column share.attribute_details.group_name is 'Heading below which it is shown, null for none.';
comment on column share.attribute_details.default_value is 'What a file without a value shows, null for nothing.';
comment on column share.attribute_details.options is 'What may be chosen, in order, the archived ones too; null where there is nothing to choose from.';
comment on column share.attribute_details.add_new_options is 'Whether setting a value that is no option makes one.';
comment on column share.attribute_details.restrict_to_types is 'Kinds of media that may have it, null for all.';
comment on column share.attribute_details.automated is 'Whether a worker is to fill it in.';
comment on column share.attribute_details.prompt is 'What such a worker is told.';
comment on column share.attribute_details.archived is 'Whether it is neither shown nor set any more.';
comment on column share.attribute_details.created_at is 'When the attribute was made.';
comment on column share.attribute_details.updated_at is 'When the attribute was last changed.';
