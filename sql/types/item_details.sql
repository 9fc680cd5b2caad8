create type share.item_details as (
    id uuid,
    account_id uuid,
    share_id uuid,
    ordinal integer,
    file_id uuid,
    file_segment_id uuid,
    drive_id uuid,
    folder text
);
comment on type share.item_details is 'What a share shows beside its own file or segment.';
comment on column share.item_details.id is 'Id of the item.';
comment on column share.item_details.account_id is 'Account.';
comment on column share.item_details.share_id is 'Share.';
comment on column share.item_details.ordinal is 'Place in the order.';
comment on column share.item_details.file_id is 'File, null for a folder.';
comment on column share.item_details.file_segment_id is 'Segment of that file, null for the whole of it.';
comment on column share.item_details.drive_id is 'Drive of a folder.';
comment on column share.item_details.folder is 'Path of a folder: every file below it at the time of asking.';
