create table share.drive (
    account_id uuid not null,
    drive_id uuid not null,
    name text not null,
    is_default boolean not null default false,
    policy jsonb not null default '{}',
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint drive_pkey primary key (account_id, drive_id),
    constraint drive_name_key unique (account_id, name),
    constraint drive_account_fkey foreign key (account_id) references share.account (account_id),
    constraint drive_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint drive_policy_check check (pg_catalog.jsonb_typeof(policy) = 'object')
);
create unique index drive_default_key on share.drive (account_id) where is_default;
comment on table share.drive is 'Named spaces of files in an account.';
comment on column share.drive.account_id is 'Account.';
comment on column share.drive.drive_id is 'Id of the drive.';
comment on column share.drive.name is 'Name, unique in the account, 1 to 200 characters.';
comment on column share.drive.is_default is 'Whether files without a drive go here.';
comment on column share.drive.policy is 'What new shares of its files must be like; its keys go before the account''s.';
comment on column share.drive.created_at is 'When the drive was made.';
comment on index share.drive_default_key is 'One default drive for each account.';
comment on constraint drive_pkey on share.drive is 'One row for each drive.';
comment on constraint drive_name_key on share.drive is 'Names are unique in the account.';
comment on constraint drive_account_fkey on share.drive is 'Belongs to an account.';
comment on constraint drive_policy_check on share.drive is 'A JSON object.';
comment on constraint drive_name_check on share.drive is '1 to 200 characters, no control characters.';
