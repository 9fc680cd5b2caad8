create type share.playlist_details as (
    account_id uuid,
    file_id uuid,
    path text,
    kind text,
    duration numeric,
    segments bigint,
    bytes bigint,
    missing text[],
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.playlist_details is 'One stored playlist as the functions return it, without its text.';
comment on column share.playlist_details.account_id is 'Account that the playlist belongs to.';
comment on column share.playlist_details.file_id is 'File that the playlist plays.';
comment on column share.playlist_details.path is 'Path below the base URL of the delivery.';
comment on column share.playlist_details.kind is 'master or media.';
comment on column share.playlist_details.duration is 'Seconds of a media playlist.';
comment on column share.playlist_details.segments is 'How many segments it has.';
comment on column share.playlist_details.bytes is 'Size of its text in bytes.';
comment on column share.playlist_details.missing is 'Paths of playlists that it names and that are not stored: put them too, or players get them unsigned inside.';
comment on column share.playlist_details.created_at is 'When the playlist was first put.';
comment on column share.playlist_details.updated_at is 'When the playlist was last put.';
