create type share.api_key_result as (
    id uuid,
    account_id uuid,
    name text,
    prefix text,
    role share.member_role,
    created_at timestamptz,
    expires_at timestamptz,
    api_key text
);
comment on type share.api_key_result is 'An API key that was made.';
comment on column share.api_key_result.id is 'Id of the key.';
comment on column share.api_key_result.account_id is 'Account that the key belongs to.';
comment on column share.api_key_result.name is 'What it is for.';
comment on column share.api_key_result.prefix is 'First characters of the key, by which people know it again.';
comment on column share.api_key_result.role is 'What it may do in the account.';
comment on column share.api_key_result.created_at is 'When the key was made.';
comment on column share.api_key_result.expires_at is 'When the key ends to count, null for never.';
comment on column share.api_key_result.api_key is 'The key, shown now and never again.';
