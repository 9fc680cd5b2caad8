create function share.share_extend(
    id uuid,
    expires_at timestamptz default null,
    duration_hours integer default null,
    duration_code text default null,
    account_id uuid default null
)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    held record;
    ends timestamptz;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    if num_nonnulls(expires_at, duration_hours, duration_code) = 0 then
        perform share.refuse('22023', 'a required argument is null', 'argument: expires_at', 'give one of expires_at, duration_hours, duration_code');
    end if;
    account := share.share_account(id, account_id, 'editor');
    select s.starts_at, s.expires_at into held from share.share s where s.account_id = account and s.share_id = share_extend.id;
    -- Hours and codes prolong what is left; where nothing is left, they count from now.
    ends := share.share_end_time(expires_at, duration_hours, duration_code, greatest(held.starts_at, held.expires_at));
    return share.share_update(id, jsonb_build_object('expires_at', ends), account);
end
$$;
comment on function share.share_extend is 'Gives a share a later end, or an expired one a new one: a time, or hours or a code (1h, 1d, 7d, 30d, never) on top of what is left. Errors: as share.share_update.';
