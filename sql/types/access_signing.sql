create type share.access_signing as (
    share_id uuid,
    epoch integer,
    is_public boolean,
    latest timestamptz,
    address text
);
comment on type share.access_signing is 'What a URL says of who gets it, and until when it may last.';
comment on column share.access_signing.share_id is 'Share in the URL: that of the visit, the nil UUID for a member.';
comment on column share.access_signing.epoch is 'Epoch of the share.';
comment on column share.access_signing.is_public is 'Whether the share is public: such URLs live longer.';
comment on column share.access_signing.latest is 'When the right to it ends, null for never.';
comment on column share.access_signing.address is 'Address to bind the URL to where that can be done, null for none.';
