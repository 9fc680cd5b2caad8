create table share.origin (
    account_id uuid not null,
    origin_id uuid not null,
    file_id uuid not null,
    file_segment_id uuid,
    kind text not null,
    path text not null,
    directory text not null generated always as (pg_catalog.regexp_replace(path, '/?[^/]*$', '')) stored,
    is_ambiguous boolean not null generated always as (share.path_is_ambiguous(path)) stored,
    mime_type text,
    bytes bigint,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint origin_pkey primary key (account_id, origin_id),
    constraint origin_kind_key unique nulls not distinct (account_id, file_id, file_segment_id, kind),
    constraint origin_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint origin_segment_fkey foreign key (account_id, file_id, file_segment_id)
        references share.segment (account_id, file_id, file_segment_id),
    constraint origin_kind_check check (kind in ('source', 'proxy', 'stream', 'thumbnail')),
    constraint origin_path_check check (
        pg_catalog.octet_length(path) <= 1024 and path ~ '^[^/\x01-\x1F\x7F-\x9F\\]+(/[^/\x01-\x1F\x7F-\x9F\\]+)*$' and path !~ '(^|/)\.\.?(/|$)'
        and path !~* '^s/[0-9a-f-]{36}[.][0-9]+/'
    ),
    -- A stream is signed by its directory: without one the signature would open everything, or by the id of a video.
    constraint origin_stream_check check (kind <> 'stream' or path ~ '/' or path ~ '^[A-Za-z0-9]{20,}[.]m3u8$'),
    constraint origin_mime_type_check check (pg_catalog.length(mime_type) <= 255 and mime_type ~ '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$'),
    constraint origin_bytes_check check (bytes >= 0)
);
create index origin_id_idx on share.origin (origin_id);
create index origin_stream_idx on share.origin (directory collate "C", account_id) where kind = 'stream';
create index origin_path_idx on share.origin (path collate "C", account_id);
create index origin_digit_idx on share.origin (account_id) where is_ambiguous;
comment on table share.origin is 'Stored objects of files and segments, as paths below the base URL of a delivery.';
comment on column share.origin.account_id is 'Account.';
comment on column share.origin.origin_id is 'Id of the origin.';
comment on column share.origin.file_id is 'File that the object belongs to.';
comment on column share.origin.file_segment_id is 'Segment that the object belongs to, null for one of the whole file.';
comment on column share.origin.kind is 'source (the original), proxy (a smaller copy), stream (an HLS playlist) or thumbnail (an image).';
comment on column share.origin.path is 'Path below the base URL: no leading slash, no empty, . or .. part, at most 1,024 bytes. A stream lies in a directory, or is <id of its video>.m3u8 where the service signs by that.';
comment on column share.origin.directory is 'The path without its last part.';
comment on column share.origin.is_ambiguous is 'Whether a number behind the path could be read as its end, which some schemes cannot sign.';
comment on column share.origin.mime_type is 'MIME type of the object.';
comment on column share.origin.bytes is 'Size of the object in bytes.';
comment on column share.origin.created_at is 'When the origin was first put.';
comment on column share.origin.updated_at is 'When the origin was last put.';
comment on index share.origin_id_idx is 'Look-up without the account.';
comment on index share.origin_stream_idx is 'Streams by directory, so that nothing else comes to lie under one.';
comment on index share.origin_path_idx is 'Objects by path, so that no stream comes to lie above one.';
comment on index share.origin_digit_idx is 'Paths that some schemes cannot sign.';
comment on constraint origin_pkey on share.origin is 'One row for each stored object.';
comment on constraint origin_kind_key on share.origin is 'One object of each kind for a file and for a segment.';
comment on constraint origin_file_fkey on share.origin is 'Belongs to a file of its account.';
comment on constraint origin_segment_fkey on share.origin is 'Belongs to a segment of that very file.';
comment on constraint origin_kind_check on share.origin is 'source, proxy, stream or thumbnail.';
comment on constraint origin_path_check on share.origin is 'No slash at either end, no empty, . or .. part, no backslash or control character, not like the folder of a share (epoch_in_path), at most 1,024 bytes.';
comment on constraint origin_stream_check on share.origin is 'A stream lies in a directory, by which it is signed, or is named by the id of its video as Mux does.';
comment on constraint origin_mime_type_check on share.origin is 'type/subtype.';
comment on constraint origin_bytes_check on share.origin is 'Not negative.';
