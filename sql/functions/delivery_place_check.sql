create function share.delivery_place_check(account_id uuid, name text, base_url text)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    parts text[] := string_to_array(base_url, '/');
    met text;
begin
    -- Above: one of the base URL's beginnings, from the host on. Below: the range of those that begin with it.
    select d.base_url into met
    from share.delivery d
    where d.base_url collate "C" = any (array(select array_to_string(parts[1:n], '/') from generate_series(3, cardinality(parts) - 1) n))
        and (d.account_id, d.name) is distinct from (delivery_place_check.account_id, delivery_place_check.name)
    limit 1;
    if met is null then
        select d.base_url into met
        from share.delivery d
        where d.base_url collate "C" >= delivery_place_check.base_url || '/' and d.base_url collate "C" < delivery_place_check.base_url || '0'
            and (d.account_id, d.name) is distinct from (delivery_place_check.account_id, delivery_place_check.name)
        limit 1;
    end if;
    if met is not null then
        perform share.refuse('22023', 'a base URL lies above or below another one', format('base_url: %s, met: %s', base_url, met),
            'paths below both would name one object twice, past the rules that keep objects apart: give deliveries the same base URL or separate ones');
    end if;
end
$$;
comment on function share.delivery_place_check is 'Internal. Refuses with 22023 a base URL above or below that of another delivery: rules that keep objects apart compare paths below one base URL.';
