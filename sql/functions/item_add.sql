create function share.item_add(
    share_id uuid,
    file_id uuid default null,
    file_segment_id uuid default null,
    drive_id uuid default null,
    folder text default null,
    account_id uuid default null
)
returns share.item_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    made uuid;
    result share.item_details;
begin
    perform share.ready();
    perform share.require_argument('share_id', share_id is null);
    account := share.share_account(share_id, account_id, 'editor');
    perform share.share_living(account, share_id);
    made := share.item_insert(account, share_id, jsonb_strip_nulls(jsonb_build_object(
        'file_id', file_id, 'file_segment_id', file_segment_id, 'drive_id', drive_id, 'folder', folder)));
    perform share.event_add(account, share_id, 'share.updated', jsonb_build_object('changed', '["items"]'::jsonb));
    select i.item_id, i.account_id, i.share_id, i.ordinal, i.file_id, i.file_segment_id, i.drive_id, i.folder into result
    from share.item i where i.account_id = account and i.item_id = made;
    return result;
end
$$;
comment on function share.item_add is 'Adds a file, a segment or a folder to what a share shows, at the end. A folder is live: what lies below it when a visitor asks. Errors: 22023, 23505 (item_target_key), 23514, 42501, PT401, PT404, PT410.';
