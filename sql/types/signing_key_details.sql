create type share.signing_key_details as (
    kid text,
    account_id uuid,
    algorithm text,
    state text,
    valid_from timestamptz,
    valid_until timestamptz,
    replaced_by text,
    created_at timestamptz
);
comment on type share.signing_key_details is 'One signing key without its secret.';
comment on column share.signing_key_details.kid is 'Id of the key, unique in the installation; it travels in the tokens.';
comment on column share.signing_key_details.account_id is 'Account that the key belongs to, null for the installation.';
comment on column share.signing_key_details.algorithm is 'What the key is for, as HS256: belongs to the key, never to a token.';
comment on column share.signing_key_details.state is 'standby, current, previous or revoked.';
comment on column share.signing_key_details.valid_from is 'When the key begins to count.';
comment on column share.signing_key_details.valid_until is 'When the key ends to count, null for never.';
comment on column share.signing_key_details.replaced_by is 'Key that takes over or has taken over.';
comment on column share.signing_key_details.created_at is 'When the key was made.';
