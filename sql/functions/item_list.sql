create function share.item_list(share_id uuid, account_id uuid default null)
returns setof share.item_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('share_id', share_id is null);
    account := share.share_account(share_id, account_id, 'viewer');
    return query
    select i.item_id, i.account_id, i.share_id, i.ordinal, i.file_id, i.file_segment_id, i.drive_id, i.folder
    from share.item i
    where i.account_id = account and i.share_id = item_list.share_id
    order by i.ordinal;
end
$$;
comment on function share.item_list is 'Lists what a share shows beside its own file or segment, in order. Errors: 22023, PT401, PT404.';
