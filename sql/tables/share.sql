create table share.share (
    account_id uuid not null,
    share_id uuid not null,
    file_id uuid not null,
    file_segment_id uuid,
    owner_id text,
    title text,
    description text,
    metadata jsonb not null default '{}',
    visibility share.visibility not null default 'public',
    link_preview share.link_preview not null default 'none',
    permissions text[] not null default '{view,download}',
    has_password boolean not null default false,
    recipients_only boolean not null default false,
    prove_email boolean not null default false,
    email_domains text[],
    restrictions jsonb not null default '{}',
    terms text,
    terms_version text,
    watermark text,
    slug text,
    exclusive boolean not null default true,
    epoch integer not null default 1,
    rotation integer not null default 0,
    starts_at timestamptz,
    expires_at timestamptz,
    exhausted_at timestamptz,
    disabled_at timestamptz,
    revoked_at timestamptz,
    revoked_reason text,
    id_ends_at timestamptz,
    deleted_at timestamptz,
    is_deleted boolean not null generated always as (deleted_at is not null) stored,
    ended_at timestamptz,
    -- False while the share lives, null after: what the foreign keys to living targets compare with is_deleted.
    target_deleted boolean generated always as (case when ended_at is null then false end) stored,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint share_pkey primary key (account_id, share_id),
    constraint share_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint share_segment_fkey foreign key (account_id, file_id, file_segment_id)
        references share.segment (account_id, file_id, file_segment_id),
    -- No living share on a deleted file or segment, whoever writes at whatever isolation level.
    constraint share_living_file_fkey foreign key (account_id, file_id, target_deleted)
        references share.file (account_id, file_id, is_deleted),
    constraint share_living_segment_fkey foreign key (account_id, file_id, file_segment_id, target_deleted)
        references share.segment (account_id, file_id, file_segment_id, is_deleted),
    constraint share_owner_check check (pg_catalog.length(owner_id) between 1 and 255 and owner_id !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint share_title_check check (pg_catalog.length(title) <= 500 and title !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint share_description_check check (
        pg_catalog.length(description) <= 10000 and description !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    ),
    constraint share_metadata_check check (
        pg_catalog.jsonb_typeof(metadata) = 'object' and pg_catalog.octet_length(metadata::text) <= 1048576
    ),
    constraint share_permissions_check check (
        permissions <@ '{view,download,comment,comments_view,metadata_view,metadata_edit,upload,stack_view}'::text[]
        and pg_catalog.cardinality(permissions) > 0
    ),
    constraint share_restrictions_check check (
        pg_catalog.jsonb_typeof(restrictions) = 'object' and pg_catalog.octet_length(restrictions::text) <= 65536
    ),
    constraint share_terms_check check (
        pg_catalog.length(terms) <= 100000 and terms !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
        and pg_catalog.length(terms_version) between 1 and 100 and terms_version !~ '[\x01-\x1F\x7F-\x9F]'
    ),
    constraint share_terms_version_check check ((terms is null) = (terms_version is null)),
    constraint share_watermark_check check (pg_catalog.length(watermark) between 1 and 200 and watermark !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint share_reason_check check (pg_catalog.length(revoked_reason) <= 500 and revoked_reason !~ '[\x01-\x1F\x7F-\x9F]'),
    constraint share_epoch_check check (epoch > 0),
    constraint share_rotation_check check (rotation >= 0),
    constraint share_starts_check check (starts_at < 'infinity'),
    constraint share_window_check check (starts_at < expires_at),
    -- A slot is free again only with ended_at; whoever deletes or revokes must set it.
    constraint share_ended_check check (ended_at is not null or (deleted_at is null and revoked_at is null))
);
create unique index share_active_key on share.share (account_id, file_id, file_segment_id, visibility)
    nulls not distinct where ended_at is null and exclusive;
create index share_id_idx on share.share (share_id);
create index share_list_idx on share.share (account_id, created_at, share_id) where not is_deleted;
create index share_list_all_idx on share.share (created_at, share_id) where not is_deleted;
create index share_file_idx on share.share (account_id, file_id, created_at, share_id) where not is_deleted;
create index share_segment_idx on share.share (account_id, file_segment_id, created_at, share_id)
    where not is_deleted and file_segment_id is not null;
create index share_visibility_idx on share.share (account_id, visibility, created_at, share_id) where not is_deleted;
create index share_owner_idx on share.share (owner_id, created_at, share_id) where not is_deleted and owner_id is not null;
create index share_expires_idx on share.share (expires_at, share_id) where expires_at is not null and ended_at is null;
create trigger share_visibility_guard before update of visibility on share.share
    for each row when (old.visibility is distinct from new.visibility) execute function share.share_visibility_guard();
comment on table share.share is 'Links to files and segments, and their rules. Rows of deleted shares stay.';
comment on column share.share.account_id is 'Account that owns the share.';
comment on column share.share.share_id is 'Id of the share.';
comment on column share.share.file_id is 'File that is shared.';
comment on column share.share.file_segment_id is 'Segment that is shared, null for the whole file.';
comment on column share.share.owner_id is 'The application''s id of the user who owns the share.';
comment on column share.share.title is 'Title to show, at most 500 characters, no control characters.';
comment on column share.share.description is 'Description to show, at most 10,000 characters.';
comment on column share.share.metadata is 'The application''s own data, a JSON object of at most 1 MiB.';
comment on column share.share.visibility is 'Who may open the share; frozen.';
comment on column share.share.link_preview is 'How much of a private share a link card may show.';
comment on column share.share.permissions is 'What the holder of the link may do: view, download, comment, comments_view, metadata_view, metadata_edit, upload, stack_view.';
comment on column share.share.has_password is 'Whether a password must be given; its hash stands in share.share_password.';
comment on column share.share.recipients_only is 'Whether only the share''s recipients may open it.';
comment on column share.share.prove_email is 'Whether who opens must have proved a mail address by a code.';
comment on column share.share.email_domains is 'Domains that a proved mail address must be of, null for any.';
comment on column share.share.restrictions is 'From where it may be opened, in the form that share.restrictions_check() takes.';
comment on column share.share.terms is 'Text that must be accepted before opening.';
comment on column share.share.terms_version is 'Version of that text, which an acceptance names.';
comment on column share.share.watermark is 'Text to show over the picture; travels with the bundle and to who burns it in.';
comment on column share.share.slug is 'Address of the share in place of its id; all of them stand in share.slug.';
comment on column share.share.exclusive is 'Whether the share holds the one slot of its target and visibility; fixed at creation.';
comment on column share.share.epoch is 'Goes up when what was signed before must no longer count.';
comment on column share.share.rotation is 'How often the address was taken away at once: visits by an earlier one are over.';
comment on column share.share.starts_at is 'When the share begins to be active, null for at once.';
comment on column share.share.expires_at is 'When the share ends, null for never.';
comment on column share.share.exhausted_at is 'When the last allowed opening was taken, null while some are left.';
comment on column share.share.disabled_at is 'When the share was switched off, null while it is on.';
comment on column share.share.revoked_at is 'When the share was revoked for good.';
comment on column share.share.revoked_reason is 'Why it was revoked.';
comment on column share.share.id_ends_at is 'When the id stops being an address, null for never: set when the address was rotated.';
comment on column share.share.deleted_at is 'When the share was deleted.';
comment on column share.share.is_deleted is 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';
comment on column share.share.ended_at is 'When the share gave up its slot.';
comment on column share.share.target_deleted is 'False until ended_at is set, then null: ties a living share to a living file and segment.';
comment on column share.share.created_at is 'When the share was made.';
comment on column share.share.updated_at is 'When the share was last changed.';
comment on index share.share_active_key is 'One active plain share for each target and visibility.';
comment on index share.share_id_idx is 'Look-up of a link, which knows no account.';
comment on index share.share_list_idx is 'Pages of an account''s shares.';
comment on index share.share_list_all_idx is 'Pages of all shares, for operators.';
comment on index share.share_file_idx is 'Pages of a file''s shares.';
comment on index share.share_segment_idx is 'Pages of a segment''s shares.';
comment on index share.share_visibility_idx is 'Pages of an account''s public or private shares.';
comment on index share.share_owner_idx is 'Pages of an owner''s shares.';
comment on index share.share_expires_idx is 'Living shares by their end, for operators.';
comment on trigger share_visibility_guard on share.share is 'Keeps visibility frozen.';
comment on constraint share_pkey on share.share is 'One row for each share.';
comment on constraint share_file_fkey on share.share is 'Leads to a file of its account.';
comment on constraint share_segment_fkey on share.share is 'Leads to a segment of that very file.';
comment on constraint share_living_file_fkey on share.share is 'A living share leads to a living file.';
comment on constraint share_living_segment_fkey on share.share is 'A living share leads to a living segment.';
comment on constraint share_owner_check on share.share is '1 to 255 characters, no control characters.';
comment on constraint share_title_check on share.share is 'At most 500 characters, no control characters.';
comment on constraint share_description_check on share.share is 'At most 10,000 characters, no control characters but tab and line breaks.';
comment on constraint share_metadata_check on share.share is 'A JSON object of at most 1 MiB as text.';
comment on constraint share_permissions_check on share.share is 'Known permissions, at least one.';
comment on constraint share_restrictions_check on share.share is 'A JSON object of at most 64 KiB as text.';
comment on constraint share_terms_check on share.share is 'At most 100,000 characters, and a version of 1 to 100, no control characters but tab and line breaks in the text.';
comment on constraint share_terms_version_check on share.share is 'Terms have a version.';
comment on constraint share_watermark_check on share.share is '1 to 200 characters, no control characters.';
comment on constraint share_reason_check on share.share is 'At most 500 characters, no control characters.';
comment on constraint share_epoch_check on share.share is 'Counts from 1.';
comment on constraint share_rotation_check on share.share is 'Counts from 0.';
comment on constraint share_starts_check on share.share is 'Begins at some time.';
comment on constraint share_window_check on share.share is 'Begins before it ends.';
comment on constraint share_ended_check on share.share is 'What is deleted or revoked has given up its slot.';
