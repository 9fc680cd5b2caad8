create type share.webhook_details as (
    id uuid,
    account_id uuid,
    url text,
    kinds text[],
    previous_valid_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.webhook_details is 'One webhook without its secret.';
comment on column share.webhook_details.id is 'Id of the webhook.';
comment on column share.webhook_details.account_id is 'Account, null for the installation.';
comment on column share.webhook_details.url is 'Where the requests go.';
comment on column share.webhook_details.kinds is 'Kinds of events that it is told of: share.created, all of a noun as share.*, or * for all.';
comment on column share.webhook_details.previous_valid_until is 'Until when requests are also signed with the secret before the last rotation.';
comment on column share.webhook_details.disabled_at is 'Since when it is told nothing.';
comment on column share.webhook_details.created_at is 'When the webhook was made.';
comment on column share.webhook_details.updated_at is 'When the webhook was last changed.';
