create function share.delivery_key(account_id uuid, kid text)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    owner uuid;
    key_state text;
begin
    select k.account_id, k.state into owner, key_state
    from share.signing_key k
    where k.kid = delivery_key.kid and k.account_id in (delivery_key.account_id, '00000000-0000-0000-0000-000000000000')
    for share;
    if owner is null then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    elsif key_state <> 'current' then
        perform share.refuse('22023', 'a delivery needs a current key', format('kid: %s, state: %s', kid, key_state), 'share.signing_key_list() shows the states');
    end if;
    perform share.webhook_key_check(kid);
    return owner;
end
$$;
comment on function share.delivery_key is 'Internal. The account of a current key that the account may use. Errors: 22023, PT404.';
