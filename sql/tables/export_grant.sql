create table share.export_grant (
    account_id uuid not null,
    export_id uuid not null,
    file_id uuid not null,
    what text not null,
    visit_id uuid,
    actor_kind text not null,
    actor text not null,
    expires_at timestamptz not null,
    constraint export_grant_pkey primary key (account_id, export_id),
    constraint export_grant_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint export_grant_visit_fkey foreign key (account_id, visit_id) references share.visit (account_id, visit_id) on delete cascade,
    constraint export_grant_what_check check (what in ('comments', 'transcript', 'source'))
);
create index export_grant_id_idx on share.export_grant (export_id);
create index export_grant_expires_idx on share.export_grant (account_id, expires_at);
create index export_grant_visit_idx on share.export_grant (account_id, visit_id) where visit_id is not null;
comment on table share.export_grant is 'What tokens of some minutes stand for: one kind of export of one file, for who was allowed it. The tokens are signed and not stored.';
comment on column share.export_grant.account_id is 'Account.';
comment on column share.export_grant.export_id is 'Id that the token holds.';
comment on column share.export_grant.file_id is 'File.';
comment on column share.export_grant.what is 'comments, transcript or source.';
comment on column share.export_grant.visit_id is 'Visit that it was given to, whose gates are asked again; null for a member.';
comment on column share.export_grant.actor_kind is 'user, api_key or service; recipient or guest behind a visit.';
comment on column share.export_grant.actor is 'Who was allowed it among those of its kind.';
comment on column share.export_grant.expires_at is 'When the token ends.';
comment on index share.export_grant_id_idx is 'Look-up of a token, which knows no account.';
comment on index share.export_grant_expires_idx is 'Those that are over.';
comment on index share.export_grant_visit_idx is 'Those of a visit.';
comment on constraint export_grant_pkey on share.export_grant is 'One row for each token.';
comment on constraint export_grant_file_fkey on share.export_grant is 'Is for a file of its account.';
comment on constraint export_grant_visit_fkey on share.export_grant is 'Goes with its visit.';
comment on constraint export_grant_what_check on share.export_grant is 'A known kind of export.';
