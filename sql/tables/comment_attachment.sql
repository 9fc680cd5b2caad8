create table share.comment_attachment (
    account_id uuid not null,
    attachment_id uuid not null,
    file_id uuid not null,
    comment_id uuid,
    name text not null,
    mime_type text not null,
    bytes bigint not null,
    path text not null,
    state text not null default 'pending',
    author_kind text not null,
    author text not null,
    author_name text,
    share_id uuid,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    uploaded_at timestamptz,
    constraint comment_attachment_pkey primary key (account_id, attachment_id),
    constraint comment_attachment_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint comment_attachment_comment_fkey foreign key (account_id, comment_id) references share.comment (account_id, comment_id),
    constraint comment_attachment_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint comment_attachment_name_check check (
        pg_catalog.length(name) between 1 and 255 and name !~ '[/\\\x01-\x1F\x7F-\x9F]' and name not in ('.', '..')
    ),
    constraint comment_attachment_mime_type_check check (
        pg_catalog.length(mime_type) <= 255 and mime_type ~ '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$'
    ),
    constraint comment_attachment_bytes_check check (bytes > 0),
    constraint comment_attachment_path_check check (
        path ~ '^attachments/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.][a-z]{1,8}[34]?$'
    ),
    constraint comment_attachment_state_check check (state in ('pending', 'uploaded') and (state = 'uploaded') = (uploaded_at is not null))
);
create index comment_attachment_comment_idx on share.comment_attachment (account_id, comment_id, attachment_id) where comment_id is not null;
comment on table share.comment_attachment is 'Files that hang on comments, as paths below the base URL of a delivery. Rows of deleted comments go; the objects are the application''s to remove.';
comment on column share.comment_attachment.account_id is 'Account.';
comment on column share.comment_attachment.attachment_id is 'Id of the attachment.';
comment on column share.comment_attachment.file_id is 'File whose comment it is for.';
comment on column share.comment_attachment.comment_id is 'Comment that it hangs on, null until one takes it.';
comment on column share.comment_attachment.name is 'File name, 1 to 255 characters, without slashes.';
comment on column share.comment_attachment.mime_type is 'MIME type.';
comment on column share.comment_attachment.bytes is 'Size in bytes, as it was announced.';
comment on column share.comment_attachment.path is 'Path below the base URL, made by the server. A pasted comment''s attachment has the same.';
comment on column share.comment_attachment.state is 'pending until share.attachment_complete() says that it is stored, then uploaded.';
comment on column share.comment_attachment.author_kind is 'Kind of who uploads it, as share.comment.author_kind.';
comment on column share.comment_attachment.author is 'Who uploads it, as share.comment.author.';
comment on column share.comment_attachment.author_name is 'Name of who uploads it.';
comment on column share.comment_attachment.share_id is 'Share through which it came, null for a member''s.';
comment on column share.comment_attachment.created_at is 'When the upload was begun.';
comment on column share.comment_attachment.uploaded_at is 'When it was completed.';
comment on index share.comment_attachment_comment_idx is 'The attachments of a comment.';
comment on constraint comment_attachment_pkey on share.comment_attachment is 'One row for each attachment.';
comment on constraint comment_attachment_file_fkey on share.comment_attachment is 'Belongs to a file of its account.';
comment on constraint comment_attachment_comment_fkey on share.comment_attachment is 'Hangs on a comment of its account.';
comment on constraint comment_attachment_share_fkey on share.comment_attachment is 'Came through a share of its account.';
comment on constraint comment_attachment_name_check on share.comment_attachment is '1 to 255 characters, no slash, backslash or control character.';
comment on constraint comment_attachment_mime_type_check on share.comment_attachment is 'type/subtype.';
comment on constraint comment_attachment_bytes_check on share.comment_attachment is 'Above 0.';
comment on constraint comment_attachment_path_check on share.comment_attachment is 'Below attachments/, named by an id.';
comment on constraint comment_attachment_state_check on share.comment_attachment is 'pending, or uploaded at a time.';
