create table share.recipient (
    account_id uuid not null,
    recipient_id uuid not null,
    share_id uuid not null,
    user_id text,
    email text,
    name text,
    permissions text[],
    message text,
    expires_at timestamptz,
    revoked_at timestamptz,
    notified_at timestamptz,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint recipient_pkey primary key (account_id, recipient_id),
    constraint recipient_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint recipient_who_check check (user_id is not null or email is not null),
    constraint recipient_user_check check (pg_catalog.length(user_id) between 1 and 255 and user_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint recipient_email_check check (pg_catalog.length(email) <= 320 and email ~ '^[^@[:space:]\x01-\x1F\x7F-\x9F]+@[^@[:space:]\x01-\x1F\x7F-\x9F]+$'),
    constraint recipient_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint recipient_permissions_check check (
        permissions <@ '{view,download,comment,comments_view,metadata_view,metadata_edit,upload,stack_view}'::text[]
        and pg_catalog.cardinality(permissions) > 0
    ),
    constraint recipient_message_check check (
        pg_catalog.length(message) <= 10000 and message !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    )
);
create unique index recipient_user_key on share.recipient (account_id, share_id, user_id) where revoked_at is null;
create unique index recipient_email_key on share.recipient (account_id, share_id, pg_catalog.lower(email)) where revoked_at is null;
create index recipient_user_idx on share.recipient (user_id) where user_id is not null;
create index recipient_email_idx on share.recipient (pg_catalog.lower(email)) where email is not null;
create index recipient_id_idx on share.recipient (recipient_id);
create index recipient_list_idx on share.recipient (account_id, share_id, created_at, recipient_id);
comment on table share.recipient is 'Whom a share was made for: each has a link, permissions, an end and figures of its own.';
comment on column share.recipient.account_id is 'Account.';
comment on column share.recipient.recipient_id is 'Id of the recipient.';
comment on column share.recipient.share_id is 'Share.';
comment on column share.recipient.user_id is 'The application''s id of the user, if it is one.';
comment on column share.recipient.email is 'Mail address, if there is one.';
comment on column share.recipient.name is 'Name to show.';
comment on column share.recipient.permissions is 'What of the share''s permissions the recipient has, null for all of them.';
comment on column share.recipient.message is 'Message for the recipient.';
comment on column share.recipient.expires_at is 'When the recipient''s link ends, null for that of the share.';
comment on column share.recipient.revoked_at is 'When the recipient was taken off, null while on.';
comment on column share.recipient.notified_at is 'When a mail to the recipient was last asked for.';
comment on column share.recipient.created_at is 'When the recipient was added.';
comment on column share.recipient.updated_at is 'When the recipient was last changed.';
comment on index share.recipient_user_key is 'A user is a recipient of a share once.';
comment on index share.recipient_email_key is 'A mail address is a recipient of a share once.';
comment on index share.recipient_user_idx is 'What a user was sent, for operators.';
comment on index share.recipient_email_idx is 'What an address was sent, for operators.';
comment on index share.recipient_id_idx is 'Look-up of a recipient''s link, which knows no account.';
comment on index share.recipient_list_idx is 'Pages of a share''s recipients.';
comment on constraint recipient_pkey on share.recipient is 'One row for each recipient.';
comment on constraint recipient_share_fkey on share.recipient is 'Belongs to a share of its account.';
comment on constraint recipient_who_check on share.recipient is 'A user, a mail address or both.';
comment on constraint recipient_user_check on share.recipient is '1 to 255 characters, no control characters.';
comment on constraint recipient_email_check on share.recipient is 'Something before and after one @, at most 320 characters.';
comment on constraint recipient_name_check on share.recipient is '1 to 200 characters, no control characters.';
comment on constraint recipient_permissions_check on share.recipient is 'Known permissions, at least one.';
comment on constraint recipient_message_check on share.recipient is 'At most 10,000 characters, no control characters but tab and line breaks.';
