create table share.email_code_count (
    account_id uuid not null,
    share_id uuid not null,
    address text not null,
    requests integer not null default 1,
    counted_from timestamptz not null,
    constraint email_code_count_pkey primary key (account_id, share_id, address),
    constraint email_code_count_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint email_code_count_requests_check check (requests > 0)
);
create index email_code_count_from_idx on share.email_code_count (account_id, share_id, counted_from);
comment on table share.email_code_count is 'How often a network address has asked for codes of a share.';
comment on column share.email_code_count.account_id is 'Account.';
comment on column share.email_code_count.share_id is 'Share.';
comment on column share.email_code_count.address is 'Network address of the visitor, empty where it is not known.';
comment on column share.email_code_count.requests is 'How often it has asked within the hour that began at counted_from.';
comment on column share.email_code_count.counted_from is 'Begin of that hour.';
comment on index share.email_code_count_from_idx is 'Hours of a share that are over.';
comment on constraint email_code_count_pkey on share.email_code_count is 'One hour for each address of a share.';
comment on constraint email_code_count_share_fkey on share.email_code_count is 'Belongs to a share of its account.';
comment on constraint email_code_count_requests_check on share.email_code_count is 'Counts from 1.';
