create type share.share_number as (
    number bigint,
    is_exact boolean,
    seen integer
);
comment on type share.share_number is 'How many shares a filter meets.';
comment on column share.share_number.number is 'The number; at least so many where it is not exact.';
comment on column share.share_number.is_exact is 'Whether all were looked at.';
comment on column share.share_number.seen is 'How many were looked at.';
