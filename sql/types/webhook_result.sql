create type share.webhook_result as (
    id uuid,
    account_id uuid,
    url text,
    kinds text[],
    secret text,
    previous_valid_until timestamptz
);
comment on type share.webhook_result is 'A webhook that was made or has a new secret.';
comment on column share.webhook_result.id is 'Id of the webhook.';
comment on column share.webhook_result.account_id is 'Account, null for the installation.';
comment on column share.webhook_result.url is 'Where the requests go.';
comment on column share.webhook_result.kinds is 'Kinds of events that it is told of.';
comment on column share.webhook_result.secret is 'The secret, this once: whsec_ and base64, as libraries for Standard Webhooks take it.';
comment on column share.webhook_result.previous_valid_until is 'Until when requests are also signed with the secret before.';
