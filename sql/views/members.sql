create view share.members with (security_invoker = true) as
select
    m.account_id,
    m.user_id,
    m.name,
    m.email,
    m.role,
    m.created_at,
    m.updated_at,
    m.database_role
from share.member m;
comment on view share.members is 'Members of accounts.';
comment on column share.members.account_id is 'Account that the user is a member of.';
comment on column share.members.user_id is 'The application''s id of the user.';
comment on column share.members.name is 'Name to show.';
comment on column share.members.email is 'Mail address.';
comment on column share.members.role is 'What the member may do in the account.';
comment on column share.members.created_at is 'When the member was added.';
comment on column share.members.updated_at is 'When the member was last changed.';
comment on column share.members.database_role is 'Database role whose calls are this member''s.';
