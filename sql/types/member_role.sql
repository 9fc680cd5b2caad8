create type share.member_role as enum ('viewer', 'commenter', 'editor', 'admin', 'owner');
comment on type share.member_role is 'Role of a member, each with the rights of those before it: viewer and commenter read, editor also changes files, segments and shares, admin and owner also members, drives and the account.';
