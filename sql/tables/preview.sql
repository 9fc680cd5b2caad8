create table share.preview (
    account_id uuid not null,
    preview_id uuid not null,
    file_id uuid not null,
    kind text not null default 'storyboard',
    at_seconds numeric,
    path text not null,
    width integer,
    height integer,
    region_x integer,
    region_y integer,
    region_width integer,
    region_height integer,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint preview_pkey primary key (account_id, preview_id),
    constraint preview_at_key unique nulls not distinct (account_id, file_id, kind, at_seconds),
    constraint preview_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint preview_kind_check check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint preview_at_check check (at_seconds >= 0 and at_seconds < 1000000000 and pg_catalog.min_scale(at_seconds) <= 6),
    constraint preview_path_check check (
        pg_catalog.octet_length(path) <= 1024 and path ~ '^[^/\x01-\x1F\x7F-\x9F\\]+(/[^/\x01-\x1F\x7F-\x9F\\]+)*$' and path !~ '(^|/)\.\.?(/|$)'
        and path !~* '^s/[0-9a-f-]{36}[.][0-9]+/'
    ),
    constraint preview_size_check check (
        width between 1 and 100000 and height between 1 and 100000 and (width is null) = (height is null)
    ),
    constraint preview_region_check check (
        pg_catalog.num_nulls(region_x, region_y, region_width, region_height) in (0, 4)
        and region_x between 0 and 100000 and region_y between 0 and 100000
        and region_width between 1 and 100000 and region_height between 1 and 100000
        and region_x + region_width <= coalesce(width, 100000) and region_y + region_height <= coalesce(height, 100000)
    )
);
create index preview_path_idx on share.preview (path collate "C", account_id);
comment on table share.preview is 'Images of files: frames, sheets of frames, waveforms, as paths below the base URL of a delivery.';
comment on column share.preview.account_id is 'Account.';
comment on column share.preview.preview_id is 'Id of the preview.';
comment on column share.preview.file_id is 'File that is shown.';
comment on column share.preview.kind is 'Which set of images it is of, the application''s own word; storyboard is what share.preview_storyboard() takes by default.';
comment on column share.preview.at_seconds is 'Second of the file that is shown, to the microsecond; null for the whole of it.';
comment on column share.preview.path is 'Path of the image below the base URL; several previews may be regions of one.';
comment on column share.preview.width is 'Width of the image in pixels.';
comment on column share.preview.height is 'Height of the image in pixels.';
comment on column share.preview.region_x is 'Left edge of the region in the image in pixels, null where the preview is all of it.';
comment on column share.preview.region_y is 'Upper edge of the region in the image in pixels.';
comment on column share.preview.region_width is 'Width of the region in pixels.';
comment on column share.preview.region_height is 'Height of the region in pixels.';
comment on column share.preview.created_at is 'When it was put.';
comment on index share.preview_path_idx is 'Previews by path, so that one image is not signed for two accounts.';
comment on constraint preview_pkey on share.preview is 'One row for each preview.';
comment on constraint preview_at_key on share.preview is 'One preview of a kind for each second of a file.';
comment on constraint preview_file_fkey on share.preview is 'Belongs to a file of its account.';
comment on constraint preview_kind_check on share.preview is '1 to 63 lower-case letters, digits and _, a letter first.';
comment on constraint preview_at_check on share.preview is 'Not negative, to the microsecond.';
comment on constraint preview_path_check on share.preview is 'As that of an origin: no slash at either end, no empty, . or .. part, no backslash or control character, not like the folder of a share, at most 1,024 bytes.';
comment on constraint preview_size_check on share.preview is 'Both or neither, 1 to 100,000 pixels.';
comment on constraint preview_region_check on share.preview is 'All four numbers or none, inside of the image.';
