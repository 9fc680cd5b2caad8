create table share.slug (
    slug text not null,
    skeleton text not null,
    account_id uuid not null,
    share_id uuid not null,
    ends_at timestamptz,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint slug_pkey primary key (slug),
    constraint slug_skeleton_key unique (skeleton),
    constraint slug_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id)
);
create index slug_share_idx on share.slug (account_id, share_id);
comment on table share.slug is 'Chosen addresses of shares, unique in the installation. Old ones keep leading to their share until they are taken away.';
comment on column share.slug.slug is 'The address: NFC, lower case, letters, digits and hyphens.';
comment on column share.slug.skeleton is 'Its skeleton (UTS #39 section 4): addresses that look alike have the same.';
comment on column share.slug.account_id is 'Account.';
comment on column share.slug.share_id is 'Share that it leads to.';
comment on column share.slug.ends_at is 'When it stops leading there, null for never; it stays taken.';
comment on column share.slug.created_at is 'When it was taken.';
comment on index share.slug_share_idx is 'The addresses of a share.';
comment on constraint slug_pkey on share.slug is 'An address leads to one share.';
comment on constraint slug_skeleton_key on share.slug is 'No two addresses look alike.';
comment on constraint slug_share_fkey on share.slug is 'Leads to a share of its account.';
