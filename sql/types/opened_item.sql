create type share.opened_item as (
    ordinal integer,
    file_id uuid,
    file_segment_id uuid,
    filename text,
    path text,
    media_type share.media_type,
    mime_type text,
    duration_seconds numeric,
    status share.processing_status,
    preview_url text,
    stream_url text,
    stream_cookie text,
    media_download_url text,
    expires_at timestamptz
);
comment on type share.opened_item is 'One file or segment behind an opened link.';
comment on column share.opened_item.ordinal is 'Place in the order, from 0: the share''s own file or segment.';
comment on column share.opened_item.file_id is 'File.';
comment on column share.opened_item.file_segment_id is 'Segment of the file, null for the whole of it.';
comment on column share.opened_item.filename is 'Name of the file.';
comment on column share.opened_item.path is 'Path of the file in its drive.';
comment on column share.opened_item.media_type is 'Video, audio or another kind.';
comment on column share.opened_item.mime_type is 'Media type of the source.';
comment on column share.opened_item.duration_seconds is 'Length in seconds: of the segment, else of the file.';
comment on column share.opened_item.status is 'Processing of the media.';
comment on column share.opened_item.preview_url is 'Thumbnail.';
comment on column share.opened_item.stream_url is 'HLS stream; null without the permission view, and where plays are capped: share.share_play() gives it.';
comment on column share.opened_item.stream_cookie is 'What the player must send with stream_url, as name=value; several are joined by "; ".';
comment on column share.opened_item.media_download_url is 'Download; null without the permission download, and where downloads are capped: share.share_download() gives it.';
comment on column share.opened_item.expires_at is 'When the first of these URLs ends, null where none does.';
