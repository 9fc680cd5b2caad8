create table share.member (
    account_id uuid not null,
    user_id text not null,
    name text,
    email text,
    role share.member_role not null default 'viewer',
    database_role name,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint member_pkey primary key (account_id, user_id),
    constraint member_account_fkey foreign key (account_id) references share.account (account_id),
    constraint member_user_check check (pg_catalog.length(user_id) between 1 and 255 and user_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint member_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint member_email_check check (pg_catalog.length(email) <= 320 and email ~ '^[^@[:space:]\x01-\x1F\x7F-\x9F]+@[^@[:space:]\x01-\x1F\x7F-\x9F]+$')
);
-- Over all accounts: the role says who is calling before anything says in which account.
create unique index member_database_role_key on share.member (database_role) where database_role is not null;
create index member_user_idx on share.member (user_id);
comment on table share.member is 'Users in accounts.';
comment on column share.member.account_id is 'Account.';
comment on column share.member.user_id is 'The application''s id of the user, 1 to 255 characters.';
comment on column share.member.name is 'Name to show, 1 to 200 characters.';
comment on column share.member.email is 'Mail address.';
comment on column share.member.role is 'What the member may do.';
comment on column share.member.database_role is 'Database role, a member of share_user, whose calls are this member''s in this account.';
comment on column share.member.created_at is 'When the member was added.';
comment on column share.member.updated_at is 'When the member was last changed.';
comment on index share.member_database_role_key is 'A database role is one member.';
comment on index share.member_user_idx is 'The accounts of a user.';
comment on constraint member_pkey on share.member is 'A user is a member once.';
comment on constraint member_account_fkey on share.member is 'Belongs to an account.';
comment on constraint member_user_check on share.member is '1 to 255 characters, no control characters.';
comment on constraint member_name_check on share.member is '1 to 200 characters, no control characters.';
comment on constraint member_email_check on share.member is 'Something before and after one at sign, at most 320 characters.';
