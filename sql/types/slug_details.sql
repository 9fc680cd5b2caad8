create type share.slug_details as (
    slug text,
    share_id uuid,
    is_current boolean,
    ends_at timestamptz,
    created_at timestamptz
);
comment on type share.slug_details is 'A chosen address of a share.';
comment on column share.slug_details.slug is 'The address.';
comment on column share.slug_details.share_id is 'Share that it leads to.';
comment on column share.slug_details.is_current is 'Whether it is the one in share_url.';
comment on column share.slug_details.ends_at is 'When it stops leading there, null for never.';
comment on column share.slug_details.created_at is 'When it was taken.';
