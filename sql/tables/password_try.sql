create table share.password_try (
    account_id uuid not null,
    share_id uuid not null,
    address text not null,
    failures integer not null,
    locked_until timestamptz,
    tried_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint password_try_pkey primary key (account_id, share_id, address),
    constraint password_try_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint password_try_failures_check check (failures >= 0)
);
create index password_try_locked_idx on share.password_try (locked_until) where locked_until is not null;
comment on table share.password_try is 'Wrong passwords: by share and address, and by share as a whole under the address ''*''. Rows go when the right one is given.';
comment on column share.password_try.account_id is 'Account.';
comment on column share.password_try.share_id is 'Share.';
comment on column share.password_try.address is 'Address that tried, '''' where it is not known, ''*'' for all together.';
comment on column share.password_try.failures is 'Wrong tries since the last right one.';
comment on column share.password_try.locked_until is 'Until when further tries are refused unlooked at, null while there are tries left.';
comment on column share.password_try.tried_at is 'When the last try was.';
comment on index share.password_try_locked_idx is 'What is locked, for operators.';
comment on constraint password_try_pkey on share.password_try is 'One row for each share and address.';
comment on constraint password_try_share_fkey on share.password_try is 'Belongs to a share of its account.';
comment on constraint password_try_failures_check on share.password_try is 'Counts from 0.';
