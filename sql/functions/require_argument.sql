create function share.require_argument(name text, missing boolean)
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if missing then
        perform share.refuse('22023', 'a required argument is null', 'argument: ' || name, 'give ' || name || ' a value');
    end if;
end
$$;
comment on function share.require_argument is 'Internal. Raises 22023 when the named argument is missing.';
