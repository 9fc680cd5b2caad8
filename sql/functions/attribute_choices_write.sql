create function share.attribute_choices_write(
    access share.file_access,
    file_ids uuid[],
    numbers integer[],
    given jsonb[],
    attribute_ids uuid[],
    types share.attribute_type[],
    growing boolean
)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
set enable_seqscan = on
set jit = off
as $$
declare
    known_numbers integer[];
    known_keys text[];
    known_options uuid[];
    bad record;
begin
    -- One by one, since another call may be adding the same option; who comes second finds it.
    if growing then
        perform from share.attribute a
        where a.account_id = access.account_id and a.attribute_id = any (attribute_ids) and a.add_new_options
        order by a.attribute_id
        for no key update;
        insert into share.attribute_option (account_id, attribute_id, option_id, name, ordinal, created_by)
        select access.account_id, t.attribute_id, share.new_id(), t.name, coalesce((
            select max(o.ordinal) from share.attribute_option o where o.account_id = access.account_id and o.attribute_id = t.attribute_id
        ), 0) + row_number() over (partition by t.attribute_id order by lower(t.name)), access.actor
        from (
            select distinct on (a.attribute_id, lower(e.name)) a.attribute_id, e.name
            from unnest(numbers, given) u(number, given)
            join share.attribute a on a.account_id = access.account_id and a.attribute_id = attribute_ids[u.number] and a.add_new_options
            cross join lateral jsonb_array_elements_text(case jsonb_typeof(u.given) when 'array' then u.given else jsonb_build_array(u.given) end) e(name)
            where u.given <> 'null' and e.name !~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
            order by a.attribute_id, lower(e.name), e.name
        ) t
        on conflict do nothing;
        -- Each later value is compared with them all, and who comes through a share is anyone.
        if not access.is_member and 1000 < any (array(
            select count(*) from share.attribute_option o
            where o.account_id = access.account_id and o.attribute_id = any (attribute_ids)
            group by o.attribute_id
        )) then
            perform share.refuse('PT413', 'an attribute has too many options', '', 'through a share at most 1000; a member can add more');
        end if;
    end if;
    -- Options by their ids and by their names.
    select array_agg(m.n::integer), array_agg(k.key), array_agg(o.option_id) into known_numbers, known_keys, known_options
    from unnest(attribute_ids) with ordinality m(attribute_id, n)
    join share.attribute_option o on o.account_id = access.account_id and o.attribute_id = m.attribute_id and o.archived_at is null
    cross join lateral (values (o.option_id::text), (lower(o.name))) k(key);
    with chosen as materialized (
        select u.file_id, u.number, e.name, lower(e.name) as key
        from unnest(file_ids, numbers, given) u(file_id, number, given)
        cross join lateral jsonb_array_elements_text(case jsonb_typeof(u.given) when 'array' then u.given else jsonb_build_array(u.given) end) e(name)
        where u.given <> 'null' and types[u.number] in ('single_select', 'multi_select')
    )
    select c.file_id, c.name into bad
    from chosen c
    where (c.number, c.key) not in (select k.number, k.key from unnest(known_numbers, known_keys) k(number, key))
    limit 1;
    if found then
        perform share.refuse('22023', 'a value is none of the options of its attribute', format('file_id: %s, given: %s', bad.file_id, left(bad.name, 100)),
            'share.attribute_option_add() adds one');
    end if;
    -- Made before it is joined, so that a long list of options is hashed by both columns.
    with chosen as materialized (
        select u.file_id, u.number, lower(e.name) as key, e.n
        from unnest(file_ids, numbers, given) u(file_id, number, given)
        cross join lateral jsonb_array_elements_text(case jsonb_typeof(u.given) when 'array' then u.given else jsonb_build_array(u.given) end)
            with ordinality e(name, n)
        where u.given <> 'null' and types[u.number] in ('single_select', 'multi_select')
    )
    insert into share.attribute_value as v (account_id, file_id, attribute_id, ordinal, value_type, option_id)
    select access.account_id, o.file_id, attribute_ids[o.number], row_number() over (partition by o.file_id, o.number order by o.n), types[o.number], o.option_id
    from (
        -- Who names an option twice means it once.
        select c.file_id, c.number, k.option_id, min(c.n) as n
        from chosen c
        join unnest(known_numbers, known_keys, known_options) k(number, key, option_id) on k.number = c.number and k.key = c.key
        group by 1, 2, 3
    ) o
    order by o.file_id, attribute_ids[o.number]
    on conflict on constraint attribute_value_pkey do update
    set option_id = excluded.option_id, updated_at = excluded.updated_at
    where v.option_id <> excluded.option_id;
end
$$;
comment on function share.attribute_choices_write is 'Internal. What share.attribute_values_write() does for options, which are given by their ids or names; an unknown name makes one where the attribute says so. Errors: 22023, 23514.';
