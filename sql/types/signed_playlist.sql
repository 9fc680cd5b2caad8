create type share.signed_playlist as (
    share_id uuid,
    path text,
    kind text,
    playlist text,
    expires_at timestamptz,
    start_time numeric,
    end_time numeric
);
comment on type share.signed_playlist is 'A playlist of a share whose URIs are signed.';
comment on column share.signed_playlist.share_id is 'Share that the playlist belongs to.';
comment on column share.signed_playlist.path is 'Path of the playlist below the base URL.';
comment on column share.signed_playlist.kind is 'master or media.';
comment on column share.signed_playlist.playlist is 'The text to serve as application/vnd.apple.mpegurl, null where nothing can be signed.';
comment on column share.signed_playlist.expires_at is 'When its URLs end, null where they do not.';
comment on column share.signed_playlist.start_time is 'Second of the stream at which a cut playlist begins: at or before the window''s start, where a segment begins. Null for a whole one.';
comment on column share.signed_playlist.end_time is 'Second of the stream at which a cut playlist ends. Null for a whole one.';
