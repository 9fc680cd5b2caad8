create type share.account_details as (
    id uuid,
    name text,
    metadata jsonb,
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    created_at timestamptz,
    updated_at timestamptz,
    policy jsonb
);
comment on type share.account_details is 'One account as the functions return it.';
comment on column share.account_details.id is 'Id of the account.';
comment on column share.account_details.name is 'Name of the account.';
comment on column share.account_details.metadata is 'The application''s own data, a JSON object.';
comment on column share.account_details.stream_delivery is 'Name of the delivery that serves streams, unless the file names another.';
comment on column share.account_details.download_delivery is 'Name of the delivery that serves downloads, unless the file names another.';
comment on column share.account_details.preview_delivery is 'Name of the delivery that serves previews, unless the file names another.';
comment on column share.account_details.created_at is 'When the account was made.';
comment on column share.account_details.updated_at is 'When the account was last changed.';
comment on column share.account_details.policy is 'What new shares must be like and how events keep addresses, a JSON object.';
