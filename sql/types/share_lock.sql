create type share.share_lock as (
    share_id uuid,
    account_id uuid,
    address text,
    failures integer,
    locked_until timestamptz,
    tried_at timestamptz
);
comment on type share.share_lock is 'Wrong passwords of a share.';
comment on column share.share_lock.share_id is 'Share.';
comment on column share.share_lock.account_id is 'Account.';
comment on column share.share_lock.address is 'Address that tried, empty where it is not known, * for all together.';
comment on column share.share_lock.failures is 'Wrong tries since the last right one.';
comment on column share.share_lock.locked_until is 'Until when further tries are refused, null where there are tries left.';
comment on column share.share_lock.tried_at is 'When the last try was.';
