create function share.share_rotate(id uuid, grace interval default '0', account_id uuid default null)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    address text := replace(gen_random_uuid()::text, '-', '');
    ends timestamptz;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    if grace is null or grace < '0' or grace > '1 year' then
        perform share.refuse('22023', 'the grace period is out of range', format('grace: %s', grace), 'from 0 to 1 year');
    end if;
    account := share.share_account(id, account_id, 'editor');
    ends := statement_timestamp() + grace;
    perform share.share_living(account, id);
    update share.slug g set ends_at = least(g.ends_at, ends) where g.account_id = account and g.share_id = share_rotate.id;
    insert into share.slug (slug, skeleton, account_id, share_id) values (address, share.slug_skeleton(address), account, share_rotate.id);
    update share.share s
    set slug = address, id_ends_at = least(s.id_ends_at, ends), updated_at = statement_timestamp(),
        epoch = s.epoch + case when grace = '0' then 1 else 0 end,
        rotation = s.rotation + case when grace = '0' then 1 else 0 end
    where s.account_id = account and s.share_id = share_rotate.id;
    if grace = '0' then
        perform share.purge_add(array[account], array[id]);
    end if;
    perform share.event_add(account, id, 'share.rotated', jsonb_build_object('old_address_ends_at', ends));
    return share.share_one(account, id);
end
$$;
comment on function share.share_rotate is 'Gives a share a new address that nobody can guess, with the same settings: the id and all slugs stop leading there after the grace period, at once without one. Then visits by the old address end too, signed URLs get a new epoch and a purge is asked for. Links of recipients go on. Errors: 22023, 42501, PT401, PT404, PT410.';
