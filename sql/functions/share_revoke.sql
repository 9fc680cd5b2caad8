create function share.share_revoke(id uuid, reason text default null, account_id uuid default null)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    reason := share.text_check('reason', reason, 500);
    account := share.share_account(id, account_id, 'editor');
    perform share.share_change('revoke', array[account], array[id], reason);
    return share.share_one(account, id);
end
$$;
comment on function share.share_revoke is 'Revokes a share for good: its slot is free, its epoch goes up, and a purge is asked for in the same commit. URLs that are already out play until they end, unless the origin asks share.share_verify(); share.share_reach() tells for how long. Harmless to repeat. Errors: 22023, 42501, PT401, PT404, PT413.';
