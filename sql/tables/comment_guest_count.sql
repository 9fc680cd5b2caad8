create table share.comment_guest_count (
    account_id uuid not null,
    share_id uuid not null,
    counted text not null,
    writes integer not null,
    counted_from timestamptz not null,
    constraint comment_guest_count_pkey primary key (account_id, share_id, counted),
    constraint comment_guest_count_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint comment_guest_count_writes_check check (writes > 0)
);
create index comment_guest_count_from_idx on share.comment_guest_count (account_id, share_id, counted_from);
comment on table share.comment_guest_count is 'How much guests have written through a share within an hour.';
comment on column share.comment_guest_count.account_id is 'Account.';
comment on column share.comment_guest_count.share_id is 'Share.';
comment on column share.comment_guest_count.counted is 'Whose writing is counted: visit and the id of a visit, or address and a network address, of IPv6 its /64.';
comment on column share.comment_guest_count.writes is 'Comments, replies, reactions and attachments within the hour that began at counted_from.';
comment on column share.comment_guest_count.counted_from is 'Begin of that hour.';
comment on index share.comment_guest_count_from_idx is 'Hours of a share that are over.';
comment on constraint comment_guest_count_pkey on share.comment_guest_count is 'One hour for each visit and for each address of a share.';
comment on constraint comment_guest_count_share_fkey on share.comment_guest_count is 'Belongs to a share of its account.';
comment on constraint comment_guest_count_writes_check on share.comment_guest_count is 'Counts from 1.';
