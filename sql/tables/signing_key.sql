create table share.signing_key (
    account_id uuid not null,
    kid text collate "C" not null,
    algorithm text not null,
    secret bytea not null,
    state text not null default 'current',
    valid_from timestamptz not null default pg_catalog.statement_timestamp(),
    valid_until timestamptz,
    replaced_by text collate "C",
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint signing_key_pkey primary key (account_id, kid),
    constraint signing_key_kid_key unique (kid),
    constraint signing_key_account_fkey foreign key (account_id) references share.account (account_id)
);
-- The key reader reads the row as it stands in the table.
alter table share.signing_key alter column secret set storage plain;
create index signing_key_replaced_by_idx on share.signing_key (replaced_by) where replaced_by is not null;
create index signing_key_token_idx on share.signing_key (account_id, created_at desc, kid desc) where algorithm = 'share_token' and state = 'current';
create trigger signing_key_guard before insert or update on share.signing_key
    for each row execute function share.signing_key_guard();
comment on table share.signing_key is 'Keys that sign URLs, and those of the tokens of visits and recipients. Readable by share_owner only; dumps contain it in clear text.';
comment on column share.signing_key.account_id is 'Account that the key belongs to, the nil UUID for the installation.';
comment on column share.signing_key.kid is 'Id of the key, unique in the installation: a token names nothing else.';
comment on column share.signing_key.algorithm is 'What the key is for, as HS256: belongs to the key, never to a token (RFC 8725 section 3.1).';
comment on column share.signing_key.secret is 'The secret, of a length that the algorithm takes.';
comment on column share.signing_key.state is 'standby (made, not used yet), current (signs), previous (still verifies) or revoked.';
comment on column share.signing_key.valid_from is 'When the key begins to count.';
comment on column share.signing_key.valid_until is 'When the key ends to count, null for never.';
comment on column share.signing_key.replaced_by is 'Key that takes over at the next rotation or has taken over.';
comment on column share.signing_key.created_at is 'When the key was made.';
comment on index share.signing_key_replaced_by_idx is 'The keys that a key has replaced.';
comment on index share.signing_key_token_idx is 'The current keys for share tokens, the youngest first.';
comment on trigger signing_key_guard on share.signing_key is 'Holds the rules of a key: a failing check or null would print the row with its secret.';
comment on constraint signing_key_pkey on share.signing_key is 'One row for each key.';
comment on constraint signing_key_kid_key on share.signing_key is 'Ids are unique in the installation: a token names nothing else.';
comment on constraint signing_key_account_fkey on share.signing_key is 'Belongs to an account, or the one that stands for the installation.';
