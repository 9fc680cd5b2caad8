create type share.export_token_details as (
    token text,
    expires_at timestamptz
);
comment on type share.export_token_details is 'A token in place of a login, for one kind of export of one file.';
comment on column share.export_token_details.token is 'The token, 60 characters that need no escaping in a URL.';
comment on column share.export_token_details.expires_at is 'When it ends.';
