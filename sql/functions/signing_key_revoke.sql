create function share.signing_key_revoke(kid text)
returns share.signing_key_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    owner uuid;
    result share.signing_key_details;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('kid', kid is null);
    update share.signing_key k set state = 'revoked', valid_until = least(k.valid_until, greatest(statement_timestamp(), k.valid_from + interval '1 microsecond'))
    where k.kid = signing_key_revoke.kid
    returning k.account_id into owner;
    if not found then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    end if;
    perform share.event_add(owner, null, 'key.revoked', jsonb_build_object('kid', kid));
    select d.* into result from share.signing_key_describe(array[kid]) d;
    return result;
end
$$;
comment on function share.signing_key_revoke is 'Ends a key at once and for good: nothing is signed with it, nothing it signed verifies here. Edges refuse it when they forget it. Deliveries that name it give no URLs until they name another; visits and links of recipients by a key for share tokens are over. For operators. Errors: 22023, 42501, PT401, PT404.';
