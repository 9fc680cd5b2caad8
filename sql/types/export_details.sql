create type share.export_details as (
    file_name text,
    mime_type text,
    body text
);
comment on type share.export_details is 'A file that was written.';
comment on column share.export_details.file_name is 'Name for the file.';
comment on column share.export_details.mime_type is 'Its media type; the text is UTF-8.';
comment on column share.export_details.body is 'What stands in it.';
