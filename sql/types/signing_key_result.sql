create type share.signing_key_result as (
    kid text,
    account_id uuid,
    algorithm text,
    state text,
    secret text,
    previous_kid text,
    previous_valid_until timestamptz
);
comment on type share.signing_key_result is 'A key that was made, imported or rotated.';
comment on column share.signing_key_result.kid is 'Id of the new key.';
comment on column share.signing_key_result.account_id is 'Account that the key belongs to, null for the installation.';
comment on column share.signing_key_result.algorithm is 'What the key is for, as HS256.';
comment on column share.signing_key_result.state is 'current, or standby until the next rotation.';
comment on column share.signing_key_result.secret is 'The secret, once and only when asked for with reveal: base64url for HS256, plain text for MD5.';
comment on column share.signing_key_result.previous_kid is 'Key that was replaced.';
comment on column share.signing_key_result.previous_valid_until is 'Until when the replaced key still counts: no URL that it signed lives longer. Null for a key for share tokens, which counts until it is revoked.';
