create type share.mentionable_user as (
    kind text,
    id text,
    name text,
    email text
);
comment on type share.mentionable_user is 'Whom a comment may mention.';
comment on column share.mentionable_user.kind is 'user, recipient or guest.';
comment on column share.mentionable_user.id is 'What mentions name it by: for members the user''s id, or that of the recipient or the visit; through a share an id that counts for these functions alone.';
comment on column share.mentionable_user.name is 'Name to show.';
comment on column share.mentionable_user.email is 'Mail address if known, for members alone.';
