create type share.member_details as (
    account_id uuid,
    user_id text,
    name text,
    email text,
    role share.member_role,
    created_at timestamptz,
    updated_at timestamptz,
    database_role name
);
comment on type share.member_details is 'One member of an account as the functions return it.';
comment on column share.member_details.account_id is 'Account that the user is a member of.';
comment on column share.member_details.user_id is 'The application''s id of the user.';
comment on column share.member_details.name is 'Name to show.';
comment on column share.member_details.email is 'Mail address.';
comment on column share.member_details.role is 'What the member may do in the account.';
comment on column share.member_details.created_at is 'When the member was added.';
comment on column share.member_details.updated_at is 'When the member was last changed.';
comment on column share.member_details.database_role is 'Database role whose calls are this member''s.';
