create type share.share_bundle as (
    granted boolean,
    reason text,
    http_status integer,
    share_id uuid,
    title text,
    description text,
    metadata jsonb,
    visibility share.visibility,
    permissions text[],
    visit_token text,
    visit_expires_at timestamptz,
    expires_at timestamptz,
    refresh_after timestamptz,
    watermark text,
    terms text,
    terms_version text,
    retry_after timestamptz,
    items share.opened_item[]
);
comment on type share.share_bundle is 'What share.share_open() answers: everything that a player needs, or why not.';
comment on column share.share_bundle.granted is 'Whether the share opens.';
comment on column share.share_bundle.reason is 'Why not, null when granted.';
comment on column share.share_bundle.http_status is 'HTTP status that says the same.';
comment on column share.share_bundle.share_id is 'Share.';
comment on column share.share_bundle.title is 'Title to show.';
comment on column share.share_bundle.description is 'Description to show.';
comment on column share.share_bundle.metadata is 'The applications own data; null without the permission metadata_view.';
comment on column share.share_bundle.visibility is 'Who may open the share.';
comment on column share.share_bundle.permissions is 'What the visitor may do.';
comment on column share.share_bundle.visit_token is 'What every other call of this visit takes.';
comment on column share.share_bundle.visit_expires_at is 'When the visit token ends.';
comment on column share.share_bundle.expires_at is 'When the first of the URLs ends, null where none does.';
comment on column share.share_bundle.refresh_after is 'From when on share.share_renew() should be asked for new URLs.';
comment on column share.share_bundle.watermark is 'Text to show over the picture.';
comment on column share.share_bundle.terms is 'Terms to accept, when they are the reason.';
comment on column share.share_bundle.terms_version is 'Their version, to be given back as terms_version of the context.';
comment on column share.share_bundle.retry_after is 'When to try again, when passwords are locked.';
comment on column share.share_bundle.items is 'What the share shows, in order.';
