create type share.person_details as (
    id uuid,
    account_id uuid,
    external_id text,
    name text,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.person_details is 'One person whose face was found.';
comment on column share.person_details.id is 'Id of the person.';
comment on column share.person_details.account_id is 'Account.';
comment on column share.person_details.external_id is 'What the program that finds faces calls the person.';
comment on column share.person_details.name is 'Name to show, null while nobody has given one.';
comment on column share.person_details.created_at is 'When the person was first found.';
comment on column share.person_details.updated_at is 'When the person was last changed.';
