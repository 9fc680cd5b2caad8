create function share.share_lock_clear(id uuid, address text default null, account_id uuid default null)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    cleared integer;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'editor');
    cleared := share.password_tries_clear(account, id, address);
    if cleared > 0 then
        perform share.event_add(account, id, 'share.lock_cleared');
    end if;
    return cleared;
end
$$;
comment on function share.share_lock_clear is 'Forgets the wrong passwords of a share, of one address or of all; returns how many addresses. Errors: 22023, 42501, PT401, PT404.';
