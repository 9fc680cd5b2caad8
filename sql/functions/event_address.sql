create function share.event_address(account_id uuid, address inet)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    kept text;
begin
    -- Most events have none: then nothing is read.
    if address is null then
        return null;
    end if;
    select a.policy ->> 'addresses' into kept from share.account a where a.account_id = event_address.account_id;
    return case kept
        when 'off' then null
        when 'full' then host(address)
        else network(set_masklen(address, case family(address) when 4 then 24 else 48 end))::text
    end;
end
$$;
comment on function share.event_address is 'Internal. An address as the account''s policy lets events keep it: nothing, its network (/24 of IPv4, /48 of IPv6; the default) or in full.';
