create type share.key_reach as (
    kid text,
    algorithm text,
    state text,
    deliveries bigint,
    accounts bigint,
    delivery_names text[],
    shares bigint,
    is_exact boolean,
    longest_lifetime interval,
    ends_visits boolean
);
comment on type share.key_reach is 'What hangs on a signing key.';
comment on column share.key_reach.kid is 'Id of the key.';
comment on column share.key_reach.algorithm is 'What the key is for.';
comment on column share.key_reach.state is 'standby, current, previous or revoked.';
comment on column share.key_reach.deliveries is 'How many deliveries sign with it.';
comment on column share.key_reach.accounts is 'How many accounts these belong to.';
comment on column share.key_reach.delivery_names is 'The first 20 of these, each as name (account).';
comment on column share.key_reach.shares is 'How many living shares they serve; at least so many where it is not exact.';
comment on column share.key_reach.is_exact is 'Whether all shares of these accounts were looked at.';
comment on column share.key_reach.longest_lifetime is 'The longest time that a URL by it may still live.';
comment on column share.key_reach.ends_visits is 'Whether it makes share tokens: visits and links of recipients by it end with it.';
