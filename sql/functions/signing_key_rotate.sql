create function share.signing_key_rotate(kid text, reveal boolean default false, standby boolean default false)
returns share.signing_key_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    old_account uuid;
    old_algorithm text;
    old_state text;
    successor text;
    counts_until timestamptz;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('kid', kid is null);
    perform share.require_argument('reveal', reveal is null);
    perform share.require_argument('standby', standby is null);
    perform share.webhook_key_check(kid);
    select k.account_id, k.algorithm, k.state, k.replaced_by into old_account, old_algorithm, old_state, successor
    from share.signing_key k
    where k.kid = signing_key_rotate.kid
    for update;
    if not found then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    elsif old_state <> 'current' and not (old_state = 'revoked' and exists (
        select from share.signing_key k where k.kid = successor and k.state = 'standby'
    )) then
        perform share.refuse('55000', 'only a current key can be rotated', format('kid: %s, state: %s', kid, old_state),
            coalesce('rotate ' || successor, 'create a new key'));
    end if;
    if reveal and old_algorithm = 'share_token' then
        perform share.refuse('22023', 'a key for share tokens is not shown', '', 'no edge checks them; leave reveal out');
    end if;
    if successor is null then
        successor := share.signing_key_insert(old_account, null, old_algorithm, 'standby', previous_kid => kid);
        update share.signing_key k set replaced_by = successor where k.kid = signing_key_rotate.kid;
    elsif reveal or standby then
        perform share.refuse('22023', 'the key has a standby key already', 'standby: ' || successor,
            'rotate without standby and reveal to put it in use; share.signing_key_export() shows its secret');
    end if;
    -- A secret that is made here may not be one that the edge takes.
    perform from share.delivery d
    cross join lateral share.delivery_check(d.scheme, d.base_url, d.options_text, d.uses, successor)
    where d.key_account_id = old_account and d.kid = signing_key_rotate.kid;
    if not standby then
        -- Links of recipients may have no end, and none is to break because keys are changed as a habit.
        if old_algorithm <> 'share_token' then
            counts_until := clock_timestamp() + share.key_longest_lifetime(old_account, kid);
        end if;
        update share.signing_key k set state = 'current', valid_from = statement_timestamp() where k.kid = successor;
        update share.signing_key k set state = 'previous', valid_until = counts_until
        where k.kid = signing_key_rotate.kid and k.state = 'current';
        update share.delivery d set kid = successor, updated_at = statement_timestamp()
        where d.key_account_id = old_account and d.kid = signing_key_rotate.kid;
    end if;
    perform share.event_add(old_account, null, case when standby then 'key.prepared' else 'key.rotated' end,
        jsonb_build_object('kid', successor, 'previous_kid', kid, 'previous_valid_until', counts_until, 'revealed', reveal));
    return row(successor, nullif(old_account, '00000000-0000-0000-0000-000000000000'), old_algorithm,
        case when standby then 'standby' else 'current' end,
        case when reveal then share.secret_text(successor) end, kid, counts_until)::share.signing_key_result;
end
$$;
comment on function share.signing_key_rotate is 'Puts a new key in the place of a current one, in all its deliveries. The old one goes on verifying until no URL that it signed is alive: previous_valid_until. One for share tokens (share_token) goes on without an end, until it is revoked: links of recipients can live for years. With standby => true the new key only waits, so that the edge can learn it; rotate again to put it in use, also after the old one was revoked. Commit soon: until then others go on with the old key. Keys that a service gives out (AWS4-HMAC-SHA256, ES256, RS256) or that a delivery cannot use as they are made (imgproxy) cannot be made here: import the new one and name it in share.delivery_update(). For operators. Errors: 22023, 42501, 55000, PT401, PT404.';
