create type share.comment_edit_details as (
    id uuid,
    comment_id uuid,
    content text,
    at_seconds numeric,
    duration_seconds numeric,
    is_public boolean,
    editor_kind text,
    editor text,
    editor_name text,
    edited_at timestamptz
);
comment on type share.comment_edit_details is 'What a comment was before a change.';
comment on column share.comment_edit_details.id is 'Id of the change.';
comment on column share.comment_edit_details.comment_id is 'Comment.';
comment on column share.comment_edit_details.content is 'Text before the change.';
comment on column share.comment_edit_details.at_seconds is 'Second of the file before the change.';
comment on column share.comment_edit_details.duration_seconds is 'Length in seconds before the change.';
comment on column share.comment_edit_details.is_public is 'Whether it was public before the change.';
comment on column share.comment_edit_details.editor_kind is 'user, api_key, service, recipient or guest.';
comment on column share.comment_edit_details.editor is 'Who made the change.';
comment on column share.comment_edit_details.editor_name is 'Name of who made the change.';
comment on column share.comment_edit_details.edited_at is 'When the change was made.';
