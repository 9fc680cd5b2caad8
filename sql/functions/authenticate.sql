create function share.authenticate(api_key text)
returns share.caller_identity
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    known record;
begin
    perform share.ready();
    select k.account_id, k.api_key_id, k.hash, u.last_used_at into known
    from share.api_key k
    join share.api_key_use u on u.account_id = k.account_id and u.api_key_id = k.api_key_id
    where k.prefix = left(authenticate.api_key, 16)
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > statement_timestamp());
    -- Its length is looked at before it is hashed.
    if (length(api_key) = 60 and share.secret_matches(api_key, known.hash)) is not true then
        perform share.refuse('PT401', 'the API key does not count', '', 'it is mistyped, over or revoked: share.api_key_list() tells');
    end if;
    perform set_config('pg_share.session', share.identity_keep_api_key(known.account_id, known.api_key_id), true);
    -- Once a minute, and never waiting for another session that does the same.
    if not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean
        and (known.last_used_at > statement_timestamp() - interval '1 minute') is not true
    then
        update share.api_key_use n
        set last_used_at = statement_timestamp()
        where n.account_id = known.account_id and n.api_key_id = (
            select u.api_key_id
            from share.api_key_use u
            where u.account_id = known.account_id and u.api_key_id = known.api_key_id
                and (u.last_used_at > statement_timestamp() - interval '1 minute') is not true
            for no key update skip locked
        );
    end if;
    return share.caller();
end
$$;
comment on function share.authenticate is 'Makes the calls until the end of the transaction those of an API key, with its role in its account. Who one is stays in this session''s memory and in no setting; rolling back to a savepoint takes it back. Works on a standby and in read-only transactions, which do not note the use. Errors: PT401 for anything that is not a living key; 40001 above read committed, when another session has just noted the use.';
