create table share.attribute_option (
    account_id uuid not null,
    attribute_id uuid not null,
    option_id uuid not null,
    name text not null,
    color share.option_color,
    ordinal integer not null,
    created_by text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    archived_at timestamptz,
    constraint attribute_option_pkey primary key (account_id, attribute_id, option_id),
    constraint attribute_option_attribute_fkey foreign key (account_id, attribute_id) references share.attribute (account_id, attribute_id),
    constraint attribute_option_name_check check (
        pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'
        and name !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
    ),
    constraint attribute_option_ordinal_check check (ordinal > 0)
);
create unique index attribute_option_name_key on share.attribute_option (account_id, attribute_id, (pg_catalog.lower(name)));
comment on table share.attribute_option is 'What may be chosen for attributes that are selected from a list. Never deleted, but archived.';
comment on column share.attribute_option.account_id is 'Account.';
comment on column share.attribute_option.attribute_id is 'Attribute that has the option.';
comment on column share.attribute_option.option_id is 'Id of the option.';
comment on column share.attribute_option.name is 'What people read, unique in the attribute whatever the case of its letters, 1 to 200 characters, no UUID.';
comment on column share.attribute_option.color is 'Colour, null for none.';
comment on column share.attribute_option.ordinal is 'Place in the list; equal ones by name.';
comment on column share.attribute_option.created_by is 'User, API key prefix, recipient or visit that made it, null for the service.';
comment on column share.attribute_option.created_at is 'When the option was made.';
comment on column share.attribute_option.archived_at is 'When it was archived: files keep it, and nobody can choose it any more. Null while in use.';
comment on index share.attribute_option_name_key is 'One option of each name in an attribute.';
comment on constraint attribute_option_pkey on share.attribute_option is 'One row for each option of an attribute.';
comment on constraint attribute_option_attribute_fkey on share.attribute_option is 'Belongs to an attribute of its account.';
comment on constraint attribute_option_name_check on share.attribute_option is '1 to 200 characters, no control characters, and nothing that could be an id.';
comment on constraint attribute_option_ordinal_check on share.attribute_option is 'Counted from 1.';
