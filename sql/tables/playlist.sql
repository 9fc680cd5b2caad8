create table share.playlist (
    account_id uuid not null,
    file_id uuid not null,
    path text not null,
    directory text not null,
    body text not null,
    kind text not null,
    duration numeric,
    segments bigint not null,
    children text[] not null default '{}',
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint playlist_pkey primary key (account_id, file_id, path),
    constraint playlist_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint playlist_path_check check (
        pg_catalog.octet_length(path) <= 1024 and path ~ '^[^/\x01-\x1F\x7F-\x9F\\]+(/[^/\x01-\x1F\x7F-\x9F\\]+)+$' and path !~ '(^|/)\.\.?(/|$)'
    ),
    constraint playlist_directory_check check (pg_catalog.starts_with(path, directory || '/')),
    constraint playlist_body_check check (pg_catalog.octet_length(body) <= 4194304 and body ~ '^#EXTM3U'),
    constraint playlist_kind_check check (kind in ('master', 'media')),
    constraint playlist_duration_check check (duration >= 0),
    constraint playlist_segments_check check (segments >= 0)
);
comment on table share.playlist is 'HLS playlists of files whose URIs are signed here, for buckets that check each object by itself.';
comment on column share.playlist.account_id is 'Account.';
comment on column share.playlist.file_id is 'File that the playlist plays.';
comment on column share.playlist.path is 'Where it lies below the base URL, in the directory of one of the file''s streams; its URIs are relative to that.';
comment on column share.playlist.directory is 'Directory of the stream that it was put for: a share of another stream, as that of a segment, does not give it out.';
comment on column share.playlist.body is 'The playlist as it was given, at most 4 MiB. Kept as text: rewriting it whole costs less than gathering rows.';
comment on column share.playlist.kind is 'master (names other playlists) or media (names segments).';
comment on column share.playlist.duration is 'Seconds of a media playlist, the sum of its segments.';
comment on column share.playlist.segments is 'How many segments it has.';
comment on column share.playlist.children is 'Paths of the playlists that a master playlist names.';
comment on column share.playlist.created_at is 'When the playlist was first put.';
comment on column share.playlist.updated_at is 'When the playlist was last put.';
comment on constraint playlist_pkey on share.playlist is 'One playlist at each path of a file.';
comment on constraint playlist_file_fkey on share.playlist is 'Belongs to a file.';
comment on constraint playlist_path_check on share.playlist is 'A directory and a name below the base URL: no leading slash, no empty, . or .. part, at most 1,024 bytes.';
comment on constraint playlist_directory_check on share.playlist is 'Lies in the directory of its stream.';
comment on constraint playlist_body_check on share.playlist is 'An HLS playlist of at most 4 MiB.';
comment on constraint playlist_kind_check on share.playlist is 'master or media.';
comment on constraint playlist_duration_check on share.playlist is 'Not negative.';
comment on constraint playlist_segments_check on share.playlist is 'Not negative.';
