create function share.cap_take(account_id uuid, id uuid, kind text)
returns boolean
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    taken record;
begin
    perform from share.cap c where c.account_id = cap_take.account_id and c.share_id = cap_take.id and c.kind = cap_take.kind;
    if not found then
        return true;
    end if;
    update share.cap c set used = c.used + 1
    where c.account_id = cap_take.account_id and c.share_id = cap_take.id and c.kind = cap_take.kind and c.used < c.maximum
    returning c.used, c.maximum into taken;
    if taken.used is null then
        return false;
    elsif taken.used = taken.maximum and kind = 'opens' then
        update share.share s set exhausted_at = statement_timestamp(), updated_at = statement_timestamp()
        where s.account_id = cap_take.account_id and s.share_id = cap_take.id;
        perform share.event_add(account_id, id, 'share.exhausted');
    end if;
    return true;
end
$$;
comment on function share.cap_take is 'Internal. Takes one use under a cap by one conditional update; false when none is left, true also where there is no cap. After share.cap_hold().';
