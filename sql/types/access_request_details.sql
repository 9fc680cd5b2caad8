create type share.access_request_details as (
    id uuid,
    account_id uuid,
    share_id uuid,
    user_id text,
    email text,
    name text,
    message text,
    state text,
    decided_by text,
    decided_at timestamptz,
    recipient_id uuid,
    created_at timestamptz
);
comment on type share.access_request_details is 'A request to be let in, as functions return it.';
comment on column share.access_request_details.id is 'Id of the request.';
comment on column share.access_request_details.account_id is 'Account that owns the share.';
comment on column share.access_request_details.share_id is 'Share that is asked for.';
comment on column share.access_request_details.user_id is 'The application''s id of the user who asks, if signed in.';
comment on column share.access_request_details.email is 'Mail address of who asks, unproved.';
comment on column share.access_request_details.name is 'Name that who asks has given.';
comment on column share.access_request_details.message is 'What they write.';
comment on column share.access_request_details.state is 'pending, approved or refused.';
comment on column share.access_request_details.decided_by is 'Who decided.';
comment on column share.access_request_details.decided_at is 'When it was decided.';
comment on column share.access_request_details.recipient_id is 'Recipient that was made of an approved one.';
comment on column share.access_request_details.created_at is 'When it was made.';
