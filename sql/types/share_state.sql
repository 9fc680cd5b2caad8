create type share.share_state as enum ('scheduled', 'active', 'disabled', 'exhausted', 'expired', 'revoked', 'deleted');
comment on type share.share_state is 'Life of a link, derived from the row and the clock when it is read, never stored.';
