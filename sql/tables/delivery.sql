create table share.delivery (
    account_id uuid not null,
    name text not null,
    scheme text not null,
    base_url text not null,
    key_account_id uuid not null,
    kid text collate "C" not null,
    uses text[] not null default '{stream,download,preview}',
    options jsonb not null default '{}',
    options_text text not null generated always as (options::text) stored,
    signer text not null generated always as (scheme || e'\n' || kid || e'\n' || base_url || e'\n' || options::text) stored,
    sets_cookie boolean not null generated always as (options @> '{"placement": "cookie"}') stored,
    refuses_final_digit boolean not null default false,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint delivery_pkey primary key (account_id, name),
    constraint delivery_base_url_key unique (account_id, base_url, scheme),
    constraint delivery_account_fkey foreign key (account_id) references share.account (account_id),
    constraint delivery_key_fkey foreign key (key_account_id, kid) references share.signing_key (account_id, kid),
    constraint delivery_key_check check (key_account_id in (account_id, '00000000-0000-0000-0000-000000000000')),
    constraint delivery_name_check check (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    constraint delivery_base_url_check check (base_url ~ '^https?://[^/?#@[:space:]]+(/[^?#[:space:]]+)?$' and base_url !~ '/$'),
    constraint delivery_uses_check check (uses <@ '{stream,download,preview,upload}' and pg_catalog.cardinality(uses) > 0),
    constraint delivery_options_check check (
        pg_catalog.jsonb_typeof(options) = 'object' and pg_catalog.octet_length(options::text) <= 16384
    )
);
create index delivery_url_idx on share.delivery (base_url collate "C");
create index delivery_kid_idx on share.delivery (key_account_id, kid);
alter table share.account
    add constraint account_stream_delivery_fkey foreign key (account_id, stream_delivery) references share.delivery (account_id, name),
    add constraint account_download_delivery_fkey foreign key (account_id, download_delivery) references share.delivery (account_id, name),
    add constraint account_preview_delivery_fkey foreign key (account_id, preview_delivery) references share.delivery (account_id, name);
alter table share.file
    add constraint file_stream_delivery_fkey foreign key (account_id, stream_delivery) references share.delivery (account_id, name),
    add constraint file_download_delivery_fkey foreign key (account_id, download_delivery) references share.delivery (account_id, name),
    add constraint file_preview_delivery_fkey foreign key (account_id, preview_delivery) references share.delivery (account_id, name);
comment on table share.delivery is 'Where an account''s media is served and how its URLs are signed.';
comment on column share.delivery.account_id is 'Account.';
comment on column share.delivery.name is 'Name, unique in the account.';
comment on column share.delivery.scheme is 'How its URLs are signed, a scheme that the library knows.';
comment on column share.delivery.base_url is 'http or https, host, optional port and path, without a slash at the end.';
comment on column share.delivery.key_account_id is 'Account of the key: the same, or the nil UUID for a key of the installation.';
comment on column share.delivery.kid is 'Key that signs.';
comment on column share.delivery.uses is 'What it serves: any of stream, download, preview, upload.';
comment on column share.delivery.options is 'Options of the scheme, checked when they are written.';
comment on column share.delivery.options_text is 'The options as the signer reads them, so that they are not printed anew for each row.';
comment on column share.delivery.signer is 'Scheme, key, base URL and options, a line each: what signing takes, as one argument for each row.';
comment on column share.delivery.sets_cookie is 'Whether its streams are opened by a cookie.';
comment on column share.delivery.refuses_final_digit is 'Whether its signatures put a number right behind the path, so that no path may end in a digit.';
comment on column share.delivery.created_at is 'When the delivery was made.';
comment on column share.delivery.updated_at is 'When the delivery was last changed.';
comment on index share.delivery_url_idx is 'The delivery of a URL whose scheme names no key.';
comment on index share.delivery_kid_idx is 'The deliveries of a key, which a rotation moves.';
comment on constraint delivery_pkey on share.delivery is 'Names are unique in the account.';
comment on constraint delivery_base_url_key on share.delivery is 'One delivery for each base URL and scheme of an account.';
comment on constraint delivery_account_fkey on share.delivery is 'Belongs to an account.';
comment on constraint delivery_key_fkey on share.delivery is 'Signs with a key that exists.';
comment on constraint delivery_key_check on share.delivery is 'The key is the account''s or the installation''s.';
comment on constraint delivery_name_check on share.delivery is '1 to 63 lower-case letters, digits, _ and -.';
comment on constraint delivery_base_url_check on share.delivery is 'http or https, host, optional port and path; no user, query, fragment or slash at the end.';
comment on constraint delivery_uses_check on share.delivery is 'At least one of stream, download, preview, upload, and nothing else.';
comment on constraint delivery_options_check on share.delivery is 'A JSON object of at most 16 KiB as text.';
comment on constraint account_stream_delivery_fkey on share.account is 'Names a delivery of the account.';
comment on constraint account_download_delivery_fkey on share.account is 'Names a delivery of the account.';
comment on constraint account_preview_delivery_fkey on share.account is 'Names a delivery of the account.';
comment on constraint file_stream_delivery_fkey on share.file is 'Names a delivery of the account.';
comment on constraint file_download_delivery_fkey on share.file is 'Names a delivery of the account.';
comment on constraint file_preview_delivery_fkey on share.file is 'Names a delivery of the account.';
