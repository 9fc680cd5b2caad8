create type share.comment_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    thread_id uuid,
    parent_id uuid,
    content text,
    at_seconds numeric,
    duration_seconds numeric,
    is_public boolean,
    anchor jsonb,
    annotation jsonb,
    url text,
    author_kind text,
    author text,
    author_name text,
    is_own boolean,
    share_id uuid,
    reply_count integer,
    mentions jsonb,
    reactions jsonb,
    attachments jsonb,
    resolved_at timestamptz,
    resolved_by text,
    resolved_by_name text,
    edited_at timestamptz,
    copied_from uuid,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz
);
comment on type share.comment_details is 'A comment as the functions return it. Who comes through a share is told no ids of the account''s: people are told apart by ids that count for these functions alone.';
comment on column share.comment_details.id is 'Id of the comment.';
comment on column share.comment_details.account_id is 'Account, for members alone.';
comment on column share.comment_details.file_id is 'File that the comment is about.';
comment on column share.comment_details.thread_id is 'First comment of its thread, for that one itself.';
comment on column share.comment_details.parent_id is 'Comment that it replies to, null for the first of a thread.';
comment on column share.comment_details.content is 'Text, null once deleted.';
comment on column share.comment_details.at_seconds is 'Second of the file that it is about, null for the whole file.';
comment on column share.comment_details.duration_seconds is 'Length in seconds of what it is about, null for a moment.';
comment on column share.comment_details.is_public is 'Whether who comes through a share may see it.';
comment on column share.comment_details.anchor is 'Point or box in the picture: x and y, for a box width and height, as fractions of the picture; page of a document.';
comment on column share.comment_details.annotation is 'What is drawn onto the picture: a list of paths, each with tool, color, width and points.';
comment on column share.comment_details.url is 'Where the application shows it; through a share for its author alone.';
comment on column share.comment_details.author_kind is 'user, api_key, service, recipient or guest.';
comment on column share.comment_details.author is 'Who wrote it.';
comment on column share.comment_details.author_name is 'Name of who wrote it, null once deleted; through a share also of an API key or a service.';
comment on column share.comment_details.is_own is 'Whether the caller wrote it.';
comment on column share.comment_details.share_id is 'Share through which it was made, null for a member''s and through another share.';
comment on column share.comment_details.reply_count is 'Replies of the thread that the caller may see, at its first comment.';
comment on column share.comment_details.mentions is 'List of kind, id and name of whom it mentions.';
comment on column share.comment_details.reactions is 'List of id, reaction, author_kind, author, author_name and is_own.';
comment on column share.comment_details.attachments is 'List of id, name, mime_type and size of what hangs on it; share.attachment_list() has the URLs.';
comment on column share.comment_details.resolved_at is 'When the thread was resolved, null while it is open.';
comment on column share.comment_details.resolved_by is 'Who resolved it.';
comment on column share.comment_details.resolved_by_name is 'Name of who resolved it.';
comment on column share.comment_details.edited_at is 'When its text or time was last changed, null if never.';
comment on column share.comment_details.copied_from is 'Comment that it was pasted from, for members alone.';
comment on column share.comment_details.created_at is 'When it was made.';
comment on column share.comment_details.updated_at is 'When it was last changed in any way.';
comment on column share.comment_details.deleted_at is 'When it was deleted, null for a living one.';
