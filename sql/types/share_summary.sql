create type share.share_summary as (
    id uuid,
    account_id uuid,
    account_name text,
    title text,
    file_id uuid,
    file_segment_id uuid,
    filename text,
    path text,
    media_type share.media_type,
    state share.share_state,
    visibility share.visibility,
    owner_id text,
    slug text,
    has_password boolean,
    recipients_only boolean,
    starts_at timestamptz,
    expires_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    cursor_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.share_summary is 'One share of a list, with nothing signed; in the last row without an id, where a search stopped.';
comment on column share.share_summary.id is 'Id of the share; null in the last row when the search stopped before its page was full.';
comment on column share.share_summary.account_id is 'Account.';
comment on column share.share_summary.account_name is 'Name of the account.';
comment on column share.share_summary.title is 'Title.';
comment on column share.share_summary.file_id is 'File.';
comment on column share.share_summary.file_segment_id is 'Segment, null for the whole file.';
comment on column share.share_summary.filename is 'Name of the file.';
comment on column share.share_summary.path is 'Path of the file in its drive.';
comment on column share.share_summary.media_type is 'Kind of the media.';
comment on column share.share_summary.state is 'Life of the link.';
comment on column share.share_summary.visibility is 'Who may open the share.';
comment on column share.share_summary.owner_id is 'The application''s id of the owner.';
comment on column share.share_summary.slug is 'Address in place of the id.';
comment on column share.share_summary.has_password is 'Whether a password must be given.';
comment on column share.share_summary.recipients_only is 'Whether only its recipients may open it.';
comment on column share.share_summary.starts_at is 'When it begins to be active, null for at once.';
comment on column share.share_summary.expires_at is 'When it ends, null for never.';
comment on column share.share_summary.created_at is 'When it was made.';
comment on column share.share_summary.updated_at is 'When it was last changed.';
comment on column share.share_summary.cursor_at is 'Where the next page begins: give it back as cursor_at.';
comment on column share.share_summary.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.share_summary.seen is 'In the row without an id: how many shares were looked at.';
