create function share.refuse(code text, reason text, detail text default '', hint text default '', constraint_name text default '', table_name text default '')
returns void
language plpgsql volatile parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- An option of raise may not be null, and an empty one is sent as an empty line.
    if constraint_name <> '' then
        raise exception using errcode = code, message = reason, detail = coalesce(refuse.detail, ''), hint = coalesce(refuse.hint, ''),
            schema = 'share', table = table_name, constraint = constraint_name;
    elsif detail <> '' and hint <> '' then
        raise exception using errcode = code, message = reason, detail = refuse.detail, hint = refuse.hint;
    elsif detail <> '' then
        raise exception using errcode = code, message = reason, detail = refuse.detail;
    elsif hint <> '' then
        raise exception using errcode = code, message = reason, hint = refuse.hint;
    end if;
    raise exception using errcode = code, message = reason;
end
$$;
comment on function share.refuse is 'Internal. Raises an error: constant message, values in detail, advice in hint.';
