create type share.recipient_details as (
    id uuid,
    account_id uuid,
    share_id uuid,
    user_id text,
    email text,
    name text,
    permissions text[],
    message text,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    notified_at timestamptz
);
comment on type share.recipient_details is 'One recipient of a share, as the functions return it.';
comment on column share.recipient_details.id is 'Id of the recipient.';
comment on column share.recipient_details.account_id is 'Account.';
comment on column share.recipient_details.share_id is 'Share.';
comment on column share.recipient_details.user_id is 'The application''s id of the user, if it is one.';
comment on column share.recipient_details.email is 'Mail address, if there is one.';
comment on column share.recipient_details.name is 'Name to show.';
comment on column share.recipient_details.permissions is 'What of the share''s permissions the recipient has, null for all of them.';
comment on column share.recipient_details.message is 'Message for the recipient.';
comment on column share.recipient_details.expires_at is 'When the recipient''s link ends, null for that of the share.';
comment on column share.recipient_details.revoked_at is 'When the recipient was taken off, null while on.';
comment on column share.recipient_details.created_at is 'When the recipient was added.';
comment on column share.recipient_details.updated_at is 'When the recipient was last changed.';
comment on column share.recipient_details.notified_at is 'When a mail to the recipient was last asked for, null for never.';
