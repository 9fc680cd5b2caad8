create view share.access_requests with (security_invoker = true) as
select
    r.request_id as id,
    r.account_id,
    r.share_id,
    r.user_id,
    r.email,
    r.name,
    r.message,
    r.state,
    r.decided_by,
    r.decided_at,
    r.recipient_id,
    r.created_at
from share.access_request r;
comment on view share.access_requests is 'Requests of visitors who were refused. For editors of an account and above.';
comment on column share.access_requests.id is 'Id of the request.';
comment on column share.access_requests.account_id is 'Account that owns the share.';
comment on column share.access_requests.share_id is 'Share that is asked for.';
comment on column share.access_requests.user_id is 'The application''s id of the user who asks, if signed in.';
comment on column share.access_requests.email is 'Mail address of who asks, unproved.';
comment on column share.access_requests.name is 'Name that who asks has given.';
comment on column share.access_requests.message is 'What they write.';
comment on column share.access_requests.state is 'pending, approved or refused.';
comment on column share.access_requests.decided_by is 'Who decided.';
comment on column share.access_requests.decided_at is 'When it was decided.';
comment on column share.access_requests.recipient_id is 'Recipient that was made of an approved one.';
comment on column share.access_requests.created_at is 'When it was made.';
