create table share.attribute (
    account_id uuid not null,
    attribute_id uuid not null,
    drive_id uuid not null,
    name text not null,
    label text not null,
    value_type share.attribute_type not null,
    description text,
    location text not null default 'custom',
    group_name text,
    default_value jsonb,
    add_new_options boolean not null default false,
    restrict_to_types share.media_type[],
    automated boolean not null default false,
    prompt text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    archived_at timestamptz,
    constraint attribute_pkey primary key (account_id, attribute_id),
    constraint attribute_name_key unique (account_id, drive_id, name),
    constraint attribute_type_key unique (account_id, attribute_id, value_type),
    constraint attribute_drive_fkey foreign key (account_id, drive_id) references share.drive (account_id, drive_id),
    constraint attribute_name_check check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint attribute_label_check check (pg_catalog.length(label) between 1 and 200 and label !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint attribute_description_check check (pg_catalog.length(description) <= 2000),
    constraint attribute_location_check check (location ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint attribute_group_check check (pg_catalog.length(group_name) between 1 and 200 and group_name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint attribute_default_check check (
        pg_catalog.jsonb_typeof(default_value) = case
            when value_type in ('float', 'int', 'rating') then 'number'
            when value_type = 'bool' then 'boolean'
            when value_type = 'multi_select' then 'array'
            else 'string' end
        and pg_catalog.octet_length(default_value::text) <= 65536
    ),
    constraint attribute_add_new_options_check check (not add_new_options or value_type in ('single_select', 'multi_select')),
    constraint attribute_restrict_to_types_check check (pg_catalog.cardinality(restrict_to_types) > 0 and pg_catalog.array_position(restrict_to_types, null) is null),
    constraint attribute_prompt_check check (pg_catalog.length(prompt) <= 10000)
);
create index attribute_id_idx on share.attribute (attribute_id);
comment on table share.attribute is 'What a drive''s files are described by, beside their metadata: definitions with a type. Never deleted, but archived.';
comment on column share.attribute.account_id is 'Account.';
comment on column share.attribute.attribute_id is 'Id of the attribute.';
comment on column share.attribute.drive_id is 'Drive whose files it describes.';
comment on column share.attribute.name is 'System name, unique on the drive: small letters, digits and underscores, a letter first, at most 63.';
comment on column share.attribute.label is 'What people read, 1 to 200 characters.';
comment on column share.attribute.value_type is 'What its values are; never changes.';
comment on column share.attribute.description is 'What it is for, at most 2,000 characters.';
comment on column share.attribute.location is 'Where the application shows it: custom unless it says otherwise.';
comment on column share.attribute.group_name is 'Heading below which it is shown, null for none.';
comment on column share.attribute.default_value is 'What a file without a value shows, as a value is set; null for nothing.';
comment on column share.attribute.add_new_options is 'Whether setting a value that is no option makes one.';
comment on column share.attribute.restrict_to_types is 'Kinds of media that may have it, null for all.';
comment on column share.attribute.automated is 'Whether a worker is to fill it in.';
comment on column share.attribute.prompt is 'What such a worker is told, at most 10,000 characters.';
comment on column share.attribute.created_at is 'When the attribute was made.';
comment on column share.attribute.updated_at is 'When the attribute was last changed.';
comment on column share.attribute.archived_at is 'When it was archived: its values are kept, and neither shown nor set. Null while in use.';
comment on index share.attribute_id_idx is 'Look-up without the account.';
comment on constraint attribute_pkey on share.attribute is 'One row for each attribute.';
comment on constraint attribute_name_key on share.attribute is 'One attribute of each name on a drive.';
comment on constraint attribute_type_key on share.attribute is 'What values refer to, so that each has the type of its attribute.';
comment on constraint attribute_drive_fkey on share.attribute is 'Belongs to a drive of its account.';
comment on constraint attribute_name_check on share.attribute is 'Small letters, digits and underscores, a letter first, at most 63.';
comment on constraint attribute_label_check on share.attribute is '1 to 200 characters, no control characters.';
comment on constraint attribute_description_check on share.attribute is 'At most 2,000 characters.';
comment on constraint attribute_location_check on share.attribute is 'Small letters, digits and underscores, a letter first, at most 63.';
comment on constraint attribute_group_check on share.attribute is '1 to 200 characters, no control characters.';
comment on constraint attribute_default_check on share.attribute is 'JSON of the kind that the type takes, at most 64 KiB as text.';
comment on constraint attribute_add_new_options_check on share.attribute is 'Only what has options.';
comment on constraint attribute_restrict_to_types_check on share.attribute is 'At least one kind.';
comment on constraint attribute_prompt_check on share.attribute is 'At most 10,000 characters.';
