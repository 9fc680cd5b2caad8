create table share.comment (
    account_id uuid not null,
    comment_id uuid not null,
    file_id uuid not null,
    thread_id uuid not null,
    parent_id uuid,
    content text,
    at_seconds numeric,
    duration_seconds numeric,
    -- The file's place among all files is in the number, so that one index of ranges serves each file by itself.
    place numrange generated always as (
        case when duration_seconds is not null and at_seconds is not null then pg_catalog.numrange(
            pg_catalog.uuid_hash_extended(file_id, 0)::numeric * 10000000000 + at_seconds,
            pg_catalog.uuid_hash_extended(file_id, 0)::numeric * 10000000000 + at_seconds + duration_seconds, '[]') end
    ) stored,
    is_public boolean not null default true,
    anchor jsonb,
    annotation jsonb,
    url text,
    author_kind text not null,
    author text not null,
    author_name text,
    share_id uuid,
    copied_from uuid,
    reply_count integer not null default 0,
    public_reply_count integer not null default 0,
    resolved_at timestamptz,
    resolver_kind text,
    resolver text,
    resolver_name text,
    edited_at timestamptz,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    deleted_at timestamptz,
    is_listed boolean not null generated always as (parent_id is null and (deleted_at is null or reply_count > 0)) stored,
    is_listed_public boolean not null generated always as (
        parent_id is null and is_public and (deleted_at is null or public_reply_count > 0)
    ) stored,
    constraint comment_pkey primary key (account_id, comment_id),
    constraint comment_thread_key unique (account_id, file_id, thread_id, comment_id),
    constraint comment_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint comment_parent_fkey foreign key (account_id, file_id, thread_id, parent_id)
        references share.comment (account_id, file_id, thread_id, comment_id),
    constraint comment_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint comment_thread_check check ((parent_id is null) = (thread_id = comment_id)),
    constraint comment_content_check check (
        pg_catalog.length(content) between 1 and 10000 and content !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    ),
    constraint comment_deleted_check check ((content is null) = (deleted_at is not null)),
    constraint comment_time_check check (at_seconds >= 0 and at_seconds < 1000000000 and pg_catalog.min_scale(at_seconds) <= 6),
    constraint comment_duration_check check (
        duration_seconds > 0 and duration_seconds < 1000000000 and pg_catalog.min_scale(duration_seconds) <= 6
    ),
    constraint comment_range_check check (duration_seconds is null or at_seconds is not null),
    constraint comment_reply_check check (parent_id is null or at_seconds is null and anchor is null and annotation is null and resolved_at is null),
    constraint comment_anchor_check check (share.anchor_is_valid(anchor)),
    constraint comment_annotation_check check (share.annotation_is_valid(annotation)),
    constraint comment_url_check check (
        pg_catalog.length(url) <= 2048 and url ~ '^https?://[^[:space:]\x01-\x1F\x7F-\x9F]+$'
    ),
    constraint comment_author_check check (
        author_kind in ('user', 'api_key', 'service', 'recipient', 'guest')
        and pg_catalog.length(author_name) between 1 and 255 and author_name !~ '[\x01-\x1F\x7F-\x9F]'
    ),
    constraint comment_replies_check check (public_reply_count between 0 and reply_count),
    constraint comment_resolved_check check ((resolved_at is null) = (resolver is null) and (resolver is null) = (resolver_kind is null))
);
create index comment_listed_idx on share.comment (account_id, file_id, comment_id) where is_listed;
create index comment_public_idx on share.comment (account_id, file_id, comment_id) where is_listed_public;
create index comment_time_idx on share.comment (account_id, file_id, at_seconds, comment_id) where is_listed and at_seconds is not null;
create index comment_place_idx on share.comment using gist (place) where is_listed and duration_seconds is not null;
comment on table share.comment is 'What is said about files. A thread is a comment and its replies. Rows of deleted comments stay without their text, so that replies keep what they hang on.';
comment on column share.comment.account_id is 'Account.';
comment on column share.comment.comment_id is 'Id of the comment, a UUIDv7: comments in the order of their ids are in the order in which they were made.';
comment on column share.comment.file_id is 'File that the comment is about.';
comment on column share.comment.thread_id is 'First comment of the thread: its own id, or that of the comment which all replies hang on.';
comment on column share.comment.parent_id is 'Comment that this one replies to, null for the first of a thread. Replies to replies stay in the same thread.';
comment on column share.comment.content is 'Text, 1 to 10,000 characters; null once deleted.';
comment on column share.comment.at_seconds is 'Second of the file that it is about, to the microsecond; null for the whole file.';
comment on column share.comment.duration_seconds is 'Length in seconds of what it is about, null for a moment.';
comment on column share.comment.place is 'The range of seconds, moved to a place of the file''s own among the numbers; null without a duration. For the index: other files may share the place, so ask for the file as well.';
comment on column share.comment.is_public is 'Whether who comes through a share may see it; false for the account''s members alone. A reply is seen only where its thread is.';
comment on column share.comment.anchor is 'Point or box in the picture, see share.anchor_is_valid().';
comment on column share.comment.annotation is 'What is drawn onto the picture, see share.annotation_is_valid().';
comment on column share.comment.url is 'Where the application shows the comment.';
comment on column share.comment.author_kind is 'user, api_key, service, recipient or guest.';
comment on column share.comment.author is 'Who it is among those of its kind: the user''s id, the prefix of the API key, the database role, the id of the recipient or of the visit.';
comment on column share.comment.author_name is 'Name to show, as it was when the comment was made; a guest''s is what the guest gave.';
comment on column share.comment.share_id is 'Share through which it was made, null for a member''s.';
comment on column share.comment.copied_from is 'Comment that this one was pasted from.';
comment on column share.comment.reply_count is 'Replies of the thread that are not deleted, kept at its first comment.';
comment on column share.comment.public_reply_count is 'Those of them that are public.';
comment on column share.comment.resolved_at is 'When the thread was resolved, null while it is open.';
comment on column share.comment.resolver_kind is 'Kind of who resolved it, as author_kind.';
comment on column share.comment.resolver is 'Who resolved it, as author.';
comment on column share.comment.resolver_name is 'Name of who resolved it.';
comment on column share.comment.edited_at is 'When its text or time was last changed, null if never; share.comment_edit has what it was before.';
comment on column share.comment.created_at is 'When it was made; of a pasted one, when the one was made that it was pasted from.';
comment on column share.comment.updated_at is 'When it was last changed in any way.';
comment on column share.comment.deleted_at is 'When it was deleted, null for a living one.';
comment on column share.comment.is_listed is 'Whether it begins a thread that lists show to members: one of a deleted comment only while replies hang on it.';
comment on column share.comment.is_listed_public is 'Whether it begins a thread that lists show to who comes through a share.';
comment on index share.comment_listed_idx is 'Pages of threads for members.';
comment on index share.comment_public_idx is 'Pages of threads for who comes through a share.';
comment on index share.comment_time_idx is 'Pages of threads by second, and those nearest to one.';
comment on index share.comment_place_idx is 'Ranges that a second lies in.';
comment on constraint comment_pkey on share.comment is 'One row for each comment.';
comment on constraint comment_thread_key on share.comment is 'What replies refer to, and pages of a thread.';
comment on constraint comment_file_fkey on share.comment is 'Is about a file of its account.';
comment on constraint comment_parent_fkey on share.comment is 'Replies to a comment of its thread.';
comment on constraint comment_share_fkey on share.comment is 'Was made through a share of its account.';
comment on constraint comment_thread_check on share.comment is 'The first comment of a thread, and no other, replies to nothing.';
comment on constraint comment_content_check on share.comment is '1 to 10,000 characters, no control characters but tab and line breaks.';
comment on constraint comment_deleted_check on share.comment is 'A deleted comment has no text, every other one has.';
comment on constraint comment_time_check on share.comment is 'From 0, to the microsecond.';
comment on constraint comment_duration_check on share.comment is 'Above 0, to the microsecond.';
comment on constraint comment_range_check on share.comment is 'No duration without a beginning.';
comment on constraint comment_reply_check on share.comment is 'Time, anchor, annotation and whether it is resolved belong to the thread.';
comment on constraint comment_anchor_check on share.comment is 'A point or a box, see share.anchor_is_valid().';
comment on constraint comment_annotation_check on share.comment is 'A list of drawn paths, see share.annotation_is_valid().';
comment on constraint comment_url_check on share.comment is 'http or https, at most 2,048 characters.';
comment on constraint comment_author_check on share.comment is 'A known kind, and a name of 1 to 255 characters or none.';
comment on constraint comment_replies_check on share.comment is 'Counts from 0; no more public ones than there are.';
comment on constraint comment_resolved_check on share.comment is 'Resolved by someone, or open.';
