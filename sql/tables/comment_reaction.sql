create table share.comment_reaction (
    account_id uuid not null,
    comment_id uuid not null,
    reaction_id uuid not null,
    reaction text not null,
    author_kind text not null,
    author text not null,
    author_name text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint comment_reaction_pkey primary key (account_id, comment_id, reaction_id),
    constraint comment_reaction_author_key unique (account_id, comment_id, author_kind, author, reaction),
    constraint comment_reaction_comment_fkey foreign key (account_id, comment_id) references share.comment (account_id, comment_id),
    constraint comment_reaction_check check (pg_catalog.length(reaction) between 1 and 32 and reaction !~ '[[:space:]\x01-\x1F\x7F-\x9F]')
);
comment on table share.comment_reaction is 'Reactions to comments: an emoji or a short word.';
comment on column share.comment_reaction.account_id is 'Account.';
comment on column share.comment_reaction.comment_id is 'Comment.';
comment on column share.comment_reaction.reaction_id is 'Id of the reaction.';
comment on column share.comment_reaction.reaction is 'The reaction, 1 to 32 characters without blanks.';
comment on column share.comment_reaction.author_kind is 'Kind of who reacted, as share.comment.author_kind.';
comment on column share.comment_reaction.author is 'Who reacted, as share.comment.author.';
comment on column share.comment_reaction.author_name is 'Name of who reacted.';
comment on column share.comment_reaction.created_at is 'When it was made.';
comment on constraint comment_reaction_pkey on share.comment_reaction is 'One row for each reaction.';
comment on constraint comment_reaction_author_key on share.comment_reaction is 'Nobody reacts twice in the same way.';
comment on constraint comment_reaction_comment_fkey on share.comment_reaction is 'Belongs to a comment of its account.';
comment on constraint comment_reaction_check on share.comment_reaction is '1 to 32 characters, no blanks or control characters.';
