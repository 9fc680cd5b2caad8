create type share.caller_identity as (
    kind text,
    user_id text,
    all_accounts boolean,
    account_id uuid,
    role share.member_role,
    name text
);
comment on type share.caller_identity is 'Who is calling, as share.caller() decides it.';
comment on column share.caller_identity.kind is 'service (an application backend or operator), user, api_key or visitor.';
comment on column share.caller_identity.user_id is 'The application''s id of the user, null unless kind is user.';
comment on column share.caller_identity.all_accounts is 'Whether calls need not name an account: true for operators.';
comment on column share.caller_identity.account_id is 'The only account that the caller may touch, null where membership or the call decides.';
comment on column share.caller_identity.role is 'What an API key may do in its account, null for others.';
comment on column share.caller_identity.name is 'Who events say it was: the user''s id, the prefix of the API key, the database role of the service; null for visitors.';
