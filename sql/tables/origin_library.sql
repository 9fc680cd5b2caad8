-- A list that has grown at its end: what a release takes, all that come after it take.
alter table share.origin drop constraint origin_kind_check;
alter table share.origin
    add constraint origin_kind_check check (kind in ('source', 'proxy', 'stream', 'thumbnail', 'custom_thumbnail')),
    add constraint origin_custom_check check (kind <> 'custom_thumbnail' or file_segment_id is null);
comment on column share.origin.kind is 'source (the original), proxy (a smaller copy), stream (an HLS playlist), thumbnail (an image) or custom_thumbnail (an image that is shown in place of the file''s thumbnail).';
comment on constraint origin_kind_check on share.origin is 'source, proxy, stream, thumbnail or custom_thumbnail.';
comment on constraint origin_custom_check on share.origin is 'A thumbnail of one''s own is that of a whole file.';
