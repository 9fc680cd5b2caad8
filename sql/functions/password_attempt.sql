create function share.password_attempt(account_id uuid, id uuid, password text, address inet)
returns text
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    addresses text[] := array[share.password_address(address), '*'];
    hash text;
    failed integer;
    one integer := current_setting('pg_share.password_tries')::integer;
    -- All addresses together have ten times as many tries as each.
    tries integer[] := array[one, 10 * one];
begin
    perform share.require_gateway('a password is taken from applications and gateways only');
    if id is null then
        -- As long as a real one.
        return case when share.password_verify(password, null) then null else 'wrong_password' end;
    elsif share.password_locked_until(account_id, id, address) > statement_timestamp() then
        return 'locked';
    end if;
    -- The try is taken before it is looked at, under the lock of its rows, so that no two count as one.
    for i in 1 .. 2 loop
        insert into share.password_try as t (account_id, share_id, address, failures)
        values (password_attempt.account_id, password_attempt.id, addresses[i], 1)
        on conflict on constraint password_try_pkey do update
        set failures = case when t.tried_at < statement_timestamp() - interval '1 day' then 1 else t.failures + 1 end,
            tried_at = statement_timestamp(), locked_until = null
        where t.locked_until is null or t.locked_until <= statement_timestamp()
        returning t.failures into failed;
        if not found then
            return 'locked';
        end if;
        if failed >= tries[i] then
            update share.password_try t
            set locked_until = statement_timestamp() + interval '1 minute' * power(2, least(failed - tries[i], 10))
            where t.account_id = password_attempt.account_id and t.share_id = password_attempt.id and t.address = addresses[i];
        end if;
    end loop;
    -- Read when it is this one's turn, and held until the visit that it opens can be seen: a password that was changed meanwhile opens
    -- nothing, and who changes it finds that visit.
    select p.hash into hash
    from share.share_password p
    where p.account_id = password_attempt.account_id and p.share_id = password_attempt.id
    for share;
    if share.password_verify(password, hash) then
        delete from share.password_try t
        where t.account_id = password_attempt.account_id and t.share_id = password_attempt.id and t.address = any (addresses);
        return null;
    end if;
    return 'wrong_password';
end
$$;
comment on function share.password_attempt is 'Internal. One try of a password: null when it is right, otherwise wrong_password or locked. Tries are counted by share and address, and by share; pg_share.password_tries of them lock the address, ten times as many the share, for a minute that doubles with each further try, up to about 17 hours. Errors: 42501 where the caller could take the try back.';
