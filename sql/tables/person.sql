create table share.person (
    account_id uuid not null,
    person_id uuid not null,
    external_id text,
    name text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint person_pkey primary key (account_id, person_id),
    constraint person_external_id_key unique (account_id, external_id),
    constraint person_account_fkey foreign key (account_id) references share.account (account_id),
    constraint person_external_id_check check (pg_catalog.length(external_id) between 1 and 255 and external_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint person_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]')
);
create index person_id_idx on share.person (person_id);
comment on table share.person is 'People whose faces were found in files, with a name once somebody has given one.';
comment on column share.person.account_id is 'Account.';
comment on column share.person.person_id is 'Id of the person.';
comment on column share.person.external_id is 'What the program that finds faces calls the person, unique in the account, 1 to 255 characters.';
comment on column share.person.name is 'Name to show, null while nobody has given one.';
comment on column share.person.created_at is 'When the person was first found.';
comment on column share.person.updated_at is 'When the person was last changed.';
comment on index share.person_id_idx is 'Look-up without the account.';
comment on constraint person_pkey on share.person is 'One row for each person.';
comment on constraint person_external_id_key on share.person is 'One person for each external id of an account.';
comment on constraint person_account_fkey on share.person is 'Belongs to an account.';
comment on constraint person_external_id_check on share.person is '1 to 255 characters, no control characters.';
comment on constraint person_name_check on share.person is '1 to 200 characters, no control characters.';
