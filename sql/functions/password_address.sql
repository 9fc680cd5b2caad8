create function share.password_address(address inet)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce(host(case when family(address) = 6 then network(set_masklen(address, 64)) else address end), '');
end
$$;
comment on function share.password_address is 'Internal. Under which address tries of a password are counted: itself, of IPv6 its /64, which one line has to itself, and an empty text where none is known.';
