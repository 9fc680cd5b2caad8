-- Apart from the keys, so that a transaction which has noted its use does not keep anyone from revoking the key.
create table share.api_key_use (
    account_id uuid not null,
    api_key_id uuid not null,
    last_used_at timestamptz,
    constraint api_key_use_pkey primary key (account_id, api_key_id),
    constraint api_key_use_key_fkey foreign key (account_id, api_key_id) references share.api_key (account_id, api_key_id)
);
comment on table share.api_key_use is 'When API keys were last used.';
comment on column share.api_key_use.account_id is 'Account that the key belongs to.';
comment on column share.api_key_use.api_key_id is 'Id of the key.';
comment on column share.api_key_use.last_used_at is 'When it was last used, noted at most once a minute, null for never.';
comment on constraint api_key_use_pkey on share.api_key_use is 'One row for each key, made with it.';
comment on constraint api_key_use_key_fkey on share.api_key_use is 'Belongs to a key.';
