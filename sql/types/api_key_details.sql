create type share.api_key_details as (
    id uuid,
    account_id uuid,
    name text,
    prefix text,
    role share.member_role,
    created_by text,
    created_at timestamptz,
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz
);
comment on type share.api_key_details is 'One API key as the functions return it, without the key.';
comment on column share.api_key_details.id is 'Id of the key.';
comment on column share.api_key_details.account_id is 'Account that the key belongs to.';
comment on column share.api_key_details.name is 'What it is for.';
comment on column share.api_key_details.prefix is 'First characters of the key, by which people know it again.';
comment on column share.api_key_details.role is 'What it may do in the account.';
comment on column share.api_key_details.created_by is 'Who made it, as events name callers.';
comment on column share.api_key_details.created_at is 'When the key was made.';
comment on column share.api_key_details.last_used_at is 'When it was last used, to the minute, null for never.';
comment on column share.api_key_details.expires_at is 'When the key ends to count, null for never.';
comment on column share.api_key_details.revoked_at is 'When the key was revoked, null while it is not.';
