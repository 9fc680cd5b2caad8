create type share.caller_identity as (
    kind text,
    user_id text,
    all_accounts boolean
);
comment on type share.caller_identity is 'Who is calling, as share.caller() decides it.';
comment on column share.caller_identity.kind is 'service (an application backend or operator), user or visitor.';
comment on column share.caller_identity.user_id is 'The application''s id of the user, null unless kind is user.';
comment on column share.caller_identity.all_accounts is 'Whether calls need not name an account: true for operators.';
