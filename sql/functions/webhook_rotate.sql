create function share.webhook_rotate(id uuid, keep interval default '24 hours', account_id uuid default null)
returns share.webhook_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    old record;
    key record;
    counts_until timestamptz;
begin
    perform share.ready();
    perform share.require_argument('keep', keep is null);
    if keep not between interval '0' and interval '30 days' then
        perform share.refuse('22023', 'keep is out of range', 'keep: ' || keep, 'the secret before goes on signing for 0 to 30 days');
    end if;
    account := share.webhook_account(id, account_id);
    select w.url, w.kinds, w.kid, w.previous_kid into old from share.webhook w where w.account_id = account and w.webhook_id = webhook_rotate.id for update;
    if not found then
        perform share.authorize(null, 'admin', 'webhook', id::text);
    end if;
    select k.kid, k.secret into key from share.webhook_key_insert(account) k;
    if keep > interval '0' then
        update share.signing_key k set valid_until = least(k.valid_until, greatest(statement_timestamp(), k.valid_from) + keep)
        where k.account_id = account and k.kid = old.kid
        returning k.valid_until into counts_until;
    end if;
    update share.webhook w
    set kid = key.kid, previous_kid = case when counts_until is not null then old.kid end, updated_at = statement_timestamp()
    where w.account_id = account and w.webhook_id = webhook_rotate.id;
    delete from share.signing_key k
    where k.account_id = account and k.kid in (old.previous_kid, case when counts_until is null then old.kid end);
    perform share.event_add(account, null, 'webhook.rotated', jsonb_build_object('webhook_id', id, 'kid', key.kid, 'previous_kid', old.kid, 'previous_valid_until', counts_until));
    return row(id, nullif(account, '00000000-0000-0000-0000-000000000000'), old.url, old.kinds, key.secret, counts_until)::share.webhook_result;
end
$$;
comment on function share.webhook_rotate is 'Gives a webhook a new secret, which comes back only now. Until keep is over (0 to 30 days) requests bear both signatures, so that a receiver that knows either takes them; with 0 the old one is gone at once. For admins and owners. Errors: 22023, 42501, PT401, PT404.';
