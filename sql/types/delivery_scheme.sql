create type share.delivery_scheme as (
    scheme text,
    meaning text,
    algorithms text[],
    uses text[],
    binds text[],
    longest_lifetime interval,
    options jsonb
);
comment on type share.delivery_scheme is 'One way to sign URLs that a delivery can name.';
comment on column share.delivery_scheme.scheme is 'Name of the scheme.';
comment on column share.delivery_scheme.meaning is 'Who checks its URLs.';
comment on column share.delivery_scheme.algorithms is 'Algorithms that the signing key may have.';
comment on column share.delivery_scheme.uses is 'What it has URLs for: any of stream, download, preview, upload.';
comment on column share.delivery_scheme.binds is 'What a signature can cover beside path and end: directory, address, file_name, content_type, share, window.';
comment on column share.delivery_scheme.longest_lifetime is 'How long its edge takes a URL at most with the default options, null for no limit.';
comment on column share.delivery_scheme.options is 'Options that a delivery of it may have: a list of objects with name, accepts, default (null where a setting or the key says it) and meaning.';
