create type share.preview_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    kind text,
    at_seconds numeric,
    width integer,
    height integer,
    region_x integer,
    region_y integer,
    region_width integer,
    region_height integer,
    created_at timestamptz,
    url text,
    expires_at timestamptz
);
comment on type share.preview_details is 'One image of a file, or a region of one, with its signed URL. The URL is made anew by each call and never stored.';
comment on column share.preview_details.id is 'Id of the preview.';
comment on column share.preview_details.account_id is 'Account of the file.';
comment on column share.preview_details.file_id is 'File that is shown.';
comment on column share.preview_details.kind is 'Which set of images it is of.';
comment on column share.preview_details.at_seconds is 'Second of the file that is shown, null for the whole of it.';
comment on column share.preview_details.width is 'Width of the image in pixels.';
comment on column share.preview_details.height is 'Height of the image in pixels.';
comment on column share.preview_details.region_x is 'Left edge of the region in the image in pixels, null where the preview is all of it.';
comment on column share.preview_details.region_y is 'Upper edge of the region in the image in pixels.';
comment on column share.preview_details.region_width is 'Width of the region in pixels.';
comment on column share.preview_details.region_height is 'Height of the region in pixels.';
comment on column share.preview_details.created_at is 'When it was put.';
comment on column share.preview_details.url is 'URL of the image, null where no delivery of the file serves previews or the URL cannot be signed.';
comment on column share.preview_details.expires_at is 'When the URL ends, null where it does not.';
