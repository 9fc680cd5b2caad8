create function share.require_gateway(reason text)
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if not share.is_gateway() then
        -- What its maker can roll back is not counted.
        perform share.refuse('42501', reason, '', 'connect as a member of share_app');
    end if;
end
$$;
comment on function share.require_gateway is 'Internal. Lets applications, gateways and operators pass, whose transactions commit what a refusal has counted. Otherwise 42501.';
