create table share.comment_mention (
    account_id uuid not null,
    comment_id uuid not null,
    kind text not null,
    mentioned text not null,
    name text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint comment_mention_pkey primary key (account_id, comment_id, kind, mentioned),
    constraint comment_mention_comment_fkey foreign key (account_id, comment_id) references share.comment (account_id, comment_id),
    constraint comment_mention_kind_check check (kind in ('user', 'recipient', 'guest'))
);
create index comment_mention_who_idx on share.comment_mention (account_id, kind, mentioned, comment_id);
comment on table share.comment_mention is 'Whom comments mention.';
comment on column share.comment_mention.account_id is 'Account.';
comment on column share.comment_mention.comment_id is 'Comment.';
comment on column share.comment_mention.kind is 'user, recipient or guest.';
comment on column share.comment_mention.mentioned is 'Who it is among those of its kind: the user''s id, the id of the recipient or of the visit.';
comment on column share.comment_mention.name is 'Name to show, as it was then.';
comment on column share.comment_mention.created_at is 'When the mention was made.';
comment on index share.comment_mention_who_idx is 'Where someone is mentioned.';
comment on constraint comment_mention_pkey on share.comment_mention is 'A comment mentions someone once.';
comment on constraint comment_mention_comment_fkey on share.comment_mention is 'Belongs to a comment of its account.';
comment on constraint comment_mention_kind_check on share.comment_mention is 'user, recipient or guest.';
