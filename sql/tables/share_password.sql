create table share.share_password (
    account_id uuid not null,
    share_id uuid not null,
    hash text not null,
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint share_password_pkey primary key (account_id, share_id),
    constraint share_password_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id)
);
comment on table share.share_password is 'Hashes of shares'' passwords. Readable by share_owner only.';
comment on column share.share_password.account_id is 'Account.';
comment on column share.share_password.share_id is 'Share.';
comment on column share.share_password.hash is 'Argon2id hash in the PHC string format.';
comment on column share.share_password.updated_at is 'When the password was set.';
comment on constraint share_password_pkey on share.share_password is 'One password for each share.';
comment on constraint share_password_share_fkey on share.share_password is 'Belongs to a share of its account.';
