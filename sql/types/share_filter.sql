create type share.share_filter as (
    account_id uuid,
    phrase text,
    first_id uuid,
    last_id uuid,
    state share.share_state,
    visibility share.visibility,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    user_id text,
    email text,
    expires_before timestamptz,
    expires_after timestamptz,
    created_before timestamptz,
    created_after timestamptz,
    has_password boolean,
    ids uuid[]
);
comment on type share.share_filter is 'Internal. Which shares are looked for; null leaves a filter out.';
comment on column share.share_filter.account_id is 'Account.';
comment on column share.share_filter.phrase is 'In lower case: part of the title, slug or file name, or the beginning of the id.';
comment on column share.share_filter.first_id is 'First id of those that begin so, where that many digits are given that the index serves.';
comment on column share.share_filter.last_id is 'Last id of those.';
comment on column share.share_filter.state is 'Life of the link.';
comment on column share.share_filter.visibility is 'Who may open the share.';
comment on column share.share_filter.file_id is 'File.';
comment on column share.share_filter.file_segment_id is 'Segment.';
comment on column share.share_filter.owner_id is 'The application''s id of the owner.';
comment on column share.share_filter.user_id is 'A recipient''s user id.';
comment on column share.share_filter.email is 'A recipient''s mail address, in lower case.';
comment on column share.share_filter.expires_before is 'Ends before, exclusive.';
comment on column share.share_filter.expires_after is 'Ends after, inclusive.';
comment on column share.share_filter.created_before is 'Made before, exclusive.';
comment on column share.share_filter.created_after is 'Made after, inclusive.';
comment on column share.share_filter.has_password is 'Whether a password must be given.';
comment on column share.share_filter.ids is 'One of these.';
