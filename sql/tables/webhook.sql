create table share.webhook (
    account_id uuid not null,
    webhook_id uuid not null,
    url text not null,
    kinds text[] not null,
    kid text collate "C" not null,
    previous_kid text collate "C",
    disabled_at timestamptz,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint webhook_pkey primary key (account_id, webhook_id),
    constraint webhook_kid_key unique (account_id, kid),
    constraint webhook_previous_kid_key unique (account_id, previous_kid),
    constraint webhook_account_fkey foreign key (account_id) references share.account (account_id),
    constraint webhook_key_fkey foreign key (account_id, kid) references share.signing_key (account_id, kid),
    constraint webhook_previous_key_fkey foreign key (account_id, previous_kid) references share.signing_key (account_id, kid),
    constraint webhook_url_check check (pg_catalog.length(url) <= 2048 and url ~ '^https?://[^/?#@\x01-\x20\x7F-\x9F]+([/?][^#\x01-\x20\x7F-\x9F]*)?$'),
    constraint webhook_kinds_check check (pg_catalog.cardinality(kinds) between 1 and 50)
);
create index webhook_id_idx on share.webhook (webhook_id);
comment on table share.webhook is 'Addresses that are told of an account''s events.';
comment on column share.webhook.account_id is 'Account.';
comment on column share.webhook.webhook_id is 'Id of the webhook.';
comment on column share.webhook.url is 'Where the requests go: https, or http on loopback.';
comment on column share.webhook.kinds is 'Kinds of events that it is told of: share.created, all of a noun as share.*, or * for all.';
comment on column share.webhook.kid is 'Key that signs its requests; for nothing else.';
comment on column share.webhook.previous_kid is 'Key that signs beside it until the receiver knows the new one.';
comment on column share.webhook.disabled_at is 'Since when it is told nothing.';
comment on column share.webhook.created_at is 'When the webhook was made.';
comment on column share.webhook.updated_at is 'When the webhook was last changed.';
comment on index share.webhook_id_idx is 'A webhook by its id alone.';
comment on constraint webhook_pkey on share.webhook is 'One row for each webhook; also what each event looks for.';
comment on constraint webhook_kid_key on share.webhook is 'A key signs for one webhook.';
comment on constraint webhook_previous_kid_key on share.webhook is 'A key signs for one webhook.';
comment on constraint webhook_account_fkey on share.webhook is 'Belongs to an account, or the one that stands for the installation.';
comment on constraint webhook_key_fkey on share.webhook is 'Signs with a key that exists.';
comment on constraint webhook_previous_key_fkey on share.webhook is 'Signs with a key that exists.';
comment on constraint webhook_url_check on share.webhook is 'http or https, host, optional port, path and query; no user or fragment; at most 2,048 characters.';
comment on constraint webhook_kinds_check on share.webhook is '1 to 50 kinds.';
