create function share.share_get(id uuid, clip_start numeric default null, clip_end numeric default null, account_id uuid default null)
returns share.share_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    perform share.share_clip_check(account, id, clip_start, clip_end);
    return share.share_one(account, id, clip_start, clip_end);
end
$$;
comment on function share.share_get is 'Returns a share with freshly signed URLs. With clip_start and clip_end, seconds of the file, the stream URL plays that window only; the share itself stays as it is. Errors: 22023, PT401, PT404.';
