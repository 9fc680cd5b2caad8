create table share.cap (
    account_id uuid not null,
    share_id uuid not null,
    kind text not null,
    maximum integer not null,
    used integer not null default 0,
    constraint cap_pkey primary key (account_id, share_id, kind),
    constraint cap_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint cap_kind_check check (kind in ('opens', 'plays', 'downloads')),
    constraint cap_maximum_check check (maximum > 0),
    constraint cap_used_check check (used >= 0)
);
comment on table share.cap is 'How often a share may be opened, played and downloaded, by visits. Shares without a row have no such limit and count by their events alone.';
comment on column share.cap.account_id is 'Account.';
comment on column share.cap.share_id is 'Share.';
comment on column share.cap.kind is 'opens, plays or downloads.';
comment on column share.cap.maximum is 'How many visits may do it.';
comment on column share.cap.used is 'How many have.';
comment on constraint cap_pkey on share.cap is 'One cap of a kind for each share.';
comment on constraint cap_share_fkey on share.cap is 'Belongs to a share of its account.';
comment on constraint cap_kind_check on share.cap is 'opens, plays or downloads.';
comment on constraint cap_maximum_check on share.cap is 'At least one.';
comment on constraint cap_used_check on share.cap is 'Counts from 0; may stand above a maximum that was lowered.';
