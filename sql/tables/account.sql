create table share.account (
    account_id uuid constraint account_pkey primary key,
    name text not null,
    metadata jsonb not null default '{}',
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    policy jsonb not null default '{}',
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint account_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint account_metadata_check check (
        pg_catalog.jsonb_typeof(metadata) = 'object' and pg_catalog.octet_length(metadata::text) <= 1048576
    ),
    constraint account_policy_check check (pg_catalog.jsonb_typeof(policy) = 'object')
);
create index account_list_idx on share.account (created_at desc, account_id desc);
-- Stands for the installation: owner of its keys and subject of their events.
insert into share.account (account_id, name) values ('00000000-0000-0000-0000-000000000000', 'installation');
comment on table share.account is 'Accounts (tenants). The nil UUID stands for the installation.';
comment on column share.account.account_id is 'Id of the account.';
comment on column share.account.name is 'Name, 1 to 200 characters.';
comment on column share.account.metadata is 'The application''s own data, a JSON object of at most 1 MiB.';
comment on column share.account.stream_delivery is 'Delivery of streams.';
comment on column share.account.download_delivery is 'Delivery of downloads.';
comment on column share.account.preview_delivery is 'Delivery of previews.';
comment on column share.account.policy is 'Rules for the account''s shares and events, a JSON object. addresses: off, truncated (the default) or full.';
comment on column share.account.created_at is 'When the account was made.';
comment on column share.account.updated_at is 'When the account was last changed.';
comment on index share.account_list_idx is 'Pages of share.account_list().';
comment on constraint account_pkey on share.account is 'One row for each account.';
comment on constraint account_name_check on share.account is '1 to 200 characters, no control characters.';
comment on constraint account_metadata_check on share.account is 'A JSON object of at most 1 MiB as text.';
comment on constraint account_policy_check on share.account is 'A JSON object.';
