create table share.comment_edit (
    account_id uuid not null,
    comment_id uuid not null,
    edit_id uuid not null,
    content text not null,
    at_seconds numeric,
    duration_seconds numeric,
    is_public boolean not null,
    editor_kind text not null,
    editor text not null,
    editor_name text,
    edited_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint comment_edit_pkey primary key (account_id, comment_id, edit_id),
    constraint comment_edit_comment_fkey foreign key (account_id, comment_id) references share.comment (account_id, comment_id)
);
comment on table share.comment_edit is 'What comments were before each change. Rows go when the comment is deleted.';
comment on column share.comment_edit.account_id is 'Account.';
comment on column share.comment_edit.comment_id is 'Comment.';
comment on column share.comment_edit.edit_id is 'Id of the change, in the order of changes.';
comment on column share.comment_edit.content is 'Text before the change.';
comment on column share.comment_edit.at_seconds is 'Second of the file before the change.';
comment on column share.comment_edit.duration_seconds is 'Length before the change.';
comment on column share.comment_edit.is_public is 'Whether it was public before the change.';
comment on column share.comment_edit.editor_kind is 'Kind of who made the change, as share.comment.author_kind.';
comment on column share.comment_edit.editor is 'Who made the change, as share.comment.author.';
comment on column share.comment_edit.editor_name is 'Name of who made the change.';
comment on column share.comment_edit.edited_at is 'When the change was made.';
comment on constraint comment_edit_pkey on share.comment_edit is 'One row for each change of a comment.';
comment on constraint comment_edit_comment_fkey on share.comment_edit is 'Belongs to a comment of its account.';
