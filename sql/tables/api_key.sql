create table share.api_key (
    account_id uuid not null,
    api_key_id uuid not null,
    name text not null,
    prefix text collate "C" not null,
    hash bytea not null,
    role share.member_role not null,
    created_by text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    expires_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_pkey primary key (account_id, api_key_id),
    constraint api_key_prefix_key unique (prefix),
    constraint api_key_account_fkey foreign key (account_id) references share.account (account_id),
    constraint api_key_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint api_key_prefix_check check (prefix ~ '^pgs_[0-9a-f]{12}$'),
    constraint api_key_hash_check check (pg_catalog.octet_length(hash) = 32),
    constraint api_key_role_check check (role <> 'owner'),
    constraint api_key_expires_check check (expires_at > created_at)
);
create index api_key_id_idx on share.api_key (api_key_id);
create index api_key_list_idx on share.api_key (account_id, created_at, api_key_id);
comment on table share.api_key is 'API keys of accounts. Readable by share_owner only; a key itself is stored nowhere.';
comment on column share.api_key.account_id is 'Account that the key belongs to.';
comment on column share.api_key.api_key_id is 'Id of the key.';
comment on column share.api_key.name is 'What it is for, 1 to 200 characters.';
comment on column share.api_key.prefix is 'First 16 characters of the key, by which it is found and shown.';
comment on column share.api_key.hash is 'SHA-256 of the whole key, which has 256 random bits: nothing slower is needed.';
comment on column share.api_key.role is 'What it may do in the account.';
comment on column share.api_key.created_by is 'Who made it, as events name callers.';
comment on column share.api_key.created_at is 'When the key was made.';
comment on column share.api_key.expires_at is 'When the key ends to count, null for never.';
comment on column share.api_key.revoked_at is 'When the key was revoked.';
comment on index share.api_key_id_idx is 'Look-up without the account.';
comment on index share.api_key_list_idx is 'Pages of share.api_key_list().';
comment on constraint api_key_pkey on share.api_key is 'One row for each key.';
comment on constraint api_key_prefix_key on share.api_key is 'A key names nothing but itself.';
comment on constraint api_key_account_fkey on share.api_key is 'Belongs to an account.';
comment on constraint api_key_name_check on share.api_key is '1 to 200 characters, no control characters.';
comment on constraint api_key_prefix_check on share.api_key is 'pgs_ and 12 hexadecimal digits.';
comment on constraint api_key_hash_check on share.api_key is 'A SHA-256 hash.';
comment on constraint api_key_role_check on share.api_key is 'Nobody owns an account by a key.';
comment on constraint api_key_expires_check on share.api_key is 'Ends after it was made.';
