create view share.accounts with (security_invoker = true) as
select
    a.account_id as id,
    a.name,
    a.metadata,
    a.stream_delivery,
    a.download_delivery,
    a.preview_delivery,
    a.created_at,
    a.updated_at
from share.account a
where a.account_id <> '00000000-0000-0000-0000-000000000000';
comment on view share.accounts is 'Accounts that the caller may see, without the one that stands for the installation.';
comment on column share.accounts.id is 'Id of the account.';
comment on column share.accounts.name is 'Name of the account.';
comment on column share.accounts.metadata is 'The application''s own data, a JSON object.';
comment on column share.accounts.stream_delivery is 'Name of the delivery that serves streams, unless the file names another.';
comment on column share.accounts.download_delivery is 'Name of the delivery that serves downloads, unless the file names another.';
comment on column share.accounts.preview_delivery is 'Name of the delivery that serves previews, unless the file names another.';
comment on column share.accounts.created_at is 'When the account was made.';
comment on column share.accounts.updated_at is 'When the account was last changed.';
