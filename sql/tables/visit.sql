create table share.visit (
    account_id uuid not null,
    visit_id uuid not null,
    share_id uuid not null,
    recipient_id uuid,
    user_id text,
    email text,
    unlocked boolean not null default false,
    terms_version text,
    started_at timestamptz not null default pg_catalog.statement_timestamp(),
    opened_at timestamptz,
    played_at timestamptz,
    downloaded_at timestamptz,
    expires_at timestamptz not null,
    is_bot boolean not null default false,
    rotation integer not null default 0,
    constraint visit_pkey primary key (account_id, visit_id),
    constraint visit_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint visit_recipient_fkey foreign key (account_id, recipient_id) references share.recipient (account_id, recipient_id)
) with (fillfactor = 85);
create index visit_id_idx on share.visit (visit_id);
create index visit_share_idx on share.visit (account_id, share_id);
create index visit_expires_idx on share.visit (expires_at);
comment on table share.visit is 'Openings of shares by someone. What its token opens ends with it; caps count visits.';
comment on column share.visit.account_id is 'Account.';
comment on column share.visit.visit_id is 'Id of the visit; its token is signed.';
comment on column share.visit.share_id is 'Share.';
comment on column share.visit.recipient_id is 'Recipient whose link was used.';
comment on column share.visit.user_id is 'The application''s id of the user who was signed in.';
comment on column share.visit.email is 'Mail address that was proved by a code.';
comment on column share.visit.unlocked is 'Whether the password was given.';
comment on column share.visit.terms_version is 'Version of the terms that was accepted.';
comment on column share.visit.started_at is 'When it began.';
comment on column share.visit.opened_at is 'When it was counted as an opening.';
comment on column share.visit.played_at is 'When it was counted as a play.';
comment on column share.visit.downloaded_at is 'When it was counted as a download.';
comment on column share.visit.expires_at is 'When its token stops to count.';
comment on column share.visit.is_bot is 'Whether it was a preview bot or a crawler.';
comment on column share.visit.rotation is 'That of the share when the visit began; by an address that was taken away since, nobody goes on.';
comment on index share.visit_id_idx is 'Look-up of a visit token, which knows no account.';
comment on index share.visit_share_idx is 'The visits of a share.';
comment on index share.visit_expires_idx is 'Visits that are over.';
comment on constraint visit_pkey on share.visit is 'One row for each visit.';
comment on constraint visit_share_fkey on share.visit is 'Belongs to a share of its account.';
comment on constraint visit_recipient_fkey on share.visit is 'Belongs to a recipient of its account.';
