create table share.item (
    account_id uuid not null,
    share_id uuid not null,
    item_id uuid not null,
    ordinal integer not null,
    file_id uuid,
    file_segment_id uuid,
    drive_id uuid,
    folder text,
    constraint item_pkey primary key (account_id, item_id),
    constraint item_ordinal_key unique (account_id, share_id, ordinal) deferrable initially immediate,
    constraint item_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint item_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint item_segment_fkey foreign key (account_id, file_id, file_segment_id)
        references share.segment (account_id, file_id, file_segment_id),
    constraint item_drive_fkey foreign key (account_id, drive_id) references share.drive (account_id, drive_id),
    constraint item_target_check check (
        (file_id is not null) <> (folder is not null) and (folder is not null) = (drive_id is not null)
        and (file_segment_id is null or file_id is not null)
    ),
    constraint item_folder_check check (
        pg_catalog.octet_length(folder) <= 1024 and folder ~ '^/([^/\x01-\x1F\x7F-\x9F]+/)*$' and folder !~ '(^|/)\.\.?(/|$)|\\'
    )
);
create unique index item_target_key on share.item (account_id, share_id, file_id, file_segment_id, drive_id, folder) nulls not distinct;
create index item_file_idx on share.item (account_id, file_id) where file_id is not null;
comment on table share.item is 'What a share shows beside its own file or segment, in order: files, segments, folders that stay live.';
comment on column share.item.account_id is 'Account.';
comment on column share.item.share_id is 'Share.';
comment on column share.item.item_id is 'Id of the item.';
comment on column share.item.ordinal is 'Place in the order; the share''s own file or segment stands before 1.';
comment on column share.item.file_id is 'File that is shown, null for a folder.';
comment on column share.item.file_segment_id is 'Segment of that file, null for the whole of it.';
comment on column share.item.drive_id is 'Drive of a folder.';
comment on column share.item.folder is 'Path of a folder, which begins and ends with a slash: every file below it at the time of asking.';
comment on index share.item_target_key is 'Nothing stands twice in a share.';
comment on index share.item_file_idx is 'The shares in which a file is an item.';
comment on constraint item_pkey on share.item is 'One row for each item.';
comment on constraint item_ordinal_key on share.item is 'One item at each place.';
comment on constraint item_share_fkey on share.item is 'Belongs to a share of its account.';
comment on constraint item_file_fkey on share.item is 'Leads to a file of its account.';
comment on constraint item_segment_fkey on share.item is 'Leads to a segment of that very file.';
comment on constraint item_drive_fkey on share.item is 'A folder lies in a drive of its account.';
comment on constraint item_target_check on share.item is 'A file, a segment of a file, or a folder of a drive.';
comment on constraint item_folder_check on share.item is 'Begins and ends with a slash, no dot parts, no control characters.';
