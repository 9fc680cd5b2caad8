create table share.access_request (
    account_id uuid not null,
    request_id uuid not null,
    share_id uuid not null,
    user_id text,
    email text,
    name text,
    message text,
    state text not null default 'pending',
    decided_by text,
    decided_at timestamptz,
    recipient_id uuid,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint access_request_pkey primary key (account_id, request_id),
    constraint access_request_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint access_request_recipient_fkey foreign key (account_id, recipient_id) references share.recipient (account_id, recipient_id),
    constraint access_request_who_check check (user_id is not null or email is not null),
    constraint access_request_user_check check (pg_catalog.length(user_id) between 1 and 255 and user_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint access_request_email_check check (pg_catalog.length(email) <= 320 and email = pg_catalog.lower(email)),
    constraint access_request_name_check check (pg_catalog.length(name) between 1 and 200 and name !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint access_request_message_check check (
        pg_catalog.length(message) <= 2000 and message !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    ),
    constraint access_request_state_check check (state in ('pending', 'approved', 'refused') and (state = 'pending') = (decided_at is null))
);
create unique index access_request_user_key on share.access_request (account_id, share_id, user_id) where state = 'pending';
create unique index access_request_email_key on share.access_request (account_id, share_id, email) where state = 'pending';
create index access_request_id_idx on share.access_request (request_id);
create index access_request_list_idx on share.access_request (account_id, created_at, request_id);
create index access_request_share_idx on share.access_request (account_id, share_id, created_at, request_id);
comment on table share.access_request is 'Requests of visitors who were refused to be let in.';
comment on column share.access_request.account_id is 'Account.';
comment on column share.access_request.request_id is 'Id of the request.';
comment on column share.access_request.share_id is 'Share.';
comment on column share.access_request.user_id is 'The application''s id of the user who asks, if signed in.';
comment on column share.access_request.email is 'Mail address of who asks, in lower case and unproved.';
comment on column share.access_request.name is 'Name that who asks has given.';
comment on column share.access_request.message is 'What they write.';
comment on column share.access_request.state is 'pending, approved or refused.';
comment on column share.access_request.decided_by is 'Who decided: user id, prefix of the API key or database role.';
comment on column share.access_request.decided_at is 'When it was decided.';
comment on column share.access_request.recipient_id is 'Recipient that was made of an approved one.';
comment on column share.access_request.created_at is 'When it was made.';
comment on index share.access_request_user_key is 'One open request of a user for each share.';
comment on index share.access_request_email_key is 'One open request of a mail address for each share.';
comment on index share.access_request_id_idx is 'Look-up of an id without its account.';
comment on index share.access_request_list_idx is 'Pages of an account''s requests.';
comment on index share.access_request_share_idx is 'Pages of a share''s requests.';
comment on constraint access_request_pkey on share.access_request is 'One row for each request.';
comment on constraint access_request_share_fkey on share.access_request is 'Belongs to a share of its account.';
comment on constraint access_request_recipient_fkey on share.access_request is 'Leads to a recipient of its account.';
comment on constraint access_request_who_check on share.access_request is 'A user, a mail address or both.';
comment on constraint access_request_user_check on share.access_request is '1 to 255 characters, no control characters.';
comment on constraint access_request_email_check on share.access_request is 'At most 320 characters, in lower case.';
comment on constraint access_request_name_check on share.access_request is '1 to 200 characters, no control characters.';
comment on constraint access_request_message_check on share.access_request is 'At most 2,000 characters, no control characters but tab and line breaks.';
comment on constraint access_request_state_check on share.access_request is 'Pending, or decided at some time, once.';
