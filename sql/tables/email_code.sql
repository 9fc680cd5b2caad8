create table share.email_code (
    account_id uuid not null,
    share_id uuid not null,
    email text not null,
    code_hash bytea,
    tries integer not null default 0,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    sent integer not null default 1,
    counted_from timestamptz not null,
    constraint email_code_pkey primary key (account_id, share_id, email),
    constraint email_code_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint email_code_email_check check (pg_catalog.length(email) <= 320 and email = pg_catalog.lower(email)),
    constraint email_code_tries_check check (tries >= 0 and sent > 0)
);
create index email_code_sent_idx on share.email_code (account_id, share_id, sent_at);
comment on table share.email_code is 'Codes that were sent to mail addresses, to prove them. Rows stay a day, for what they have counted.';
comment on column share.email_code.account_id is 'Account.';
comment on column share.email_code.share_id is 'Share.';
comment on column share.email_code.email is 'Mail address to prove, in lower case.';
comment on column share.email_code.code_hash is 'SHA-256 of the code; null once it was used or tried too often.';
comment on column share.email_code.tries is 'How often it was tried.';
comment on column share.email_code.sent_at is 'When it was asked for.';
comment on column share.email_code.expires_at is 'When it stops to count.';
comment on column share.email_code.sent is 'How many codes the address was sent within the hour that began at counted_from.';
comment on column share.email_code.counted_from is 'Begin of that hour.';
comment on index share.email_code_sent_idx is 'Rows of a share that have counted long enough.';
comment on constraint email_code_pkey on share.email_code is 'One code for each address of a share.';
comment on constraint email_code_share_fkey on share.email_code is 'Belongs to a share of its account.';
comment on constraint email_code_email_check on share.email_code is 'At most 320 characters, in lower case.';
comment on constraint email_code_tries_check on share.email_code is 'Counts.';
