create function share.lookup_read(key text, given jsonb, type text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    said text[] := case jsonb_typeof(given)
        when 'object' then array[given ->> 'code', given ->> 'enumValue', given ->> 'name', given ->> 'description', given ->> 'id']
        when 'string' then array[given #>> '{}']
        when 'number' then array[given #>> '{}'] end;
    code text;
begin
    if given is null or jsonb_typeof(given) = 'null' then
        return null;
    end if;
    select e.code into code
    from unnest(said) with ordinality s(said, n)
    join share.lookup_list(type) e on lower(s.said) in (lower(e.code), lower(e.label))
        or type = 'SharePermissions' and exists (select from share.permission_presets() p where p.code = e.code and p.role_number::text = s.said)
    order by s.n, e.rank
    limit 1;
    if code is null then
        perform share.refuse('22023', 'a value is not one of those that are known', format('%s: %s', key, left(given::text, 100)),
            'accepted: ' || (select string_agg(e.code, ', ' order by e.rank) from share.lookup_list(type) e));
    end if;
    return code;
end
$$;
comment on function share.lookup_read is 'Internal. The code of a value that is given as a code, a label, the number of a role, or an object with one of these in code, enumValue, name, description or id; null for null. Errors: 22023.';
