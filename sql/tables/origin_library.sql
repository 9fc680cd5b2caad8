alter table share.origin drop constraint origin_kind_check;
alter table share.origin add constraint origin_kind_check check (
    kind in ('source', 'proxy', 'stream', 'thumbnail') or kind = 'custom_thumbnail' and file_segment_id is null
);
comment on column share.origin.kind is 'source (the original), proxy (a smaller copy), stream (an HLS playlist), thumbnail (an image) or custom_thumbnail (an image that is shown in place of the file''s thumbnail).';
comment on constraint origin_kind_check on share.origin is 'source, proxy, stream or thumbnail; custom_thumbnail for whole files.';
