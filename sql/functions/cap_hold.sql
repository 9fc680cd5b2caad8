create function share.cap_hold(account_id uuid, id uuid, kind text)
returns boolean
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform from share.cap c where c.account_id = cap_hold.account_id and c.share_id = cap_hold.id and c.kind = cap_hold.kind;
    if not found then
        return false;
    end if;
    perform share.require_gateway('what is capped is given to applications and gateways only');
    -- In the order of share_update(): the share before its caps and visits.
    perform from share.share s where s.account_id = cap_hold.account_id and s.share_id = cap_hold.id for no key update;
    return true;
end
$$;
comment on function share.cap_hold is 'Internal. Locks a share of which this kind of use is capped until the end of the transaction, and says whether it did: what was decided before the wait has to be decided again. Errors: 42501 where the caller could take the use back.';
