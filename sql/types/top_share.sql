create type share.top_share as (
    share_id uuid,
    account_id uuid,
    account_name text,
    title text,
    filename text,
    state share.share_state,
    number bigint,
    counted_since timestamptz
);
comment on type share.top_share is 'A share that is much used or often refused.';
comment on column share.top_share.share_id is 'Share.';
comment on column share.top_share.account_id is 'Account.';
comment on column share.top_share.account_name is 'Name of the account.';
comment on column share.top_share.title is 'Title.';
comment on column share.top_share.filename is 'Name of the file.';
comment on column share.top_share.state is 'Life of the link.';
comment on column share.top_share.number is 'How often.';
comment on column share.top_share.counted_since is 'How far back events were looked at.';
