create view share.shares with (security_invoker = true) as
select
    s.share_id as id,
    s.account_id,
    s.file_id,
    s.file_segment_id,
    s.owner_id,
    s.title,
    s.description,
    s.metadata,
    s.visibility,
    s.link_preview,
    share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, pg_catalog.statement_timestamp()) as state,
    case when s.file_segment_id is null then 'file' else 'file_segment' end::share.asset_type as asset_type,
    s.created_at,
    s.updated_at,
    s.starts_at,
    s.expires_at
from share.share s
where not s.is_deleted;
comment on view share.shares is 'Shares that are not deleted, with their state now and nothing signed.';
comment on column share.shares.id is 'Id of the share.';
comment on column share.shares.account_id is 'Account that owns the share.';
comment on column share.shares.file_id is 'File that is shared.';
comment on column share.shares.file_segment_id is 'Segment that is shared, null for the whole file.';
comment on column share.shares.owner_id is 'The application''s id of the user who owns the share.';
comment on column share.shares.title is 'Title to show.';
comment on column share.shares.description is 'Description to show.';
comment on column share.shares.metadata is 'The application''s own data, a JSON object.';
comment on column share.shares.visibility is 'Who may open the share.';
comment on column share.shares.link_preview is 'How much of a private share a link card may show.';
comment on column share.shares.state is 'Life of the link now.';
comment on column share.shares.asset_type is 'Whether a file or a segment is shared.';
comment on column share.shares.created_at is 'When the share was made.';
comment on column share.shares.updated_at is 'When the share was last changed.';
comment on column share.shares.starts_at is 'When the share begins to be active, null for at once.';
comment on column share.shares.expires_at is 'When the share ends, null for never.';
