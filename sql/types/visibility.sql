create type share.visibility as enum ('public', 'private');
comment on type share.visibility is 'Who may open a share: public is anyone with the link, private the members of the owning account. Frozen at creation.';
