create function share.attribute_values_write(access share.file_access, file_ids uuid[], attributes text[], given jsonb[])
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A million rows are joined with a handful of definitions: what is looked up by an index in other functions is hashed here.
set enable_seqscan = on
set jit = off
as $$
declare
    names text[];
    attribute_ids uuid[];
    types share.attribute_type[];
    restricted boolean;
    growing boolean;
    numbers integer[];
    bad record;
    is_dated boolean;
begin
    -- The definitions, each once.
    select array_agg(k.key), array_agg(a.attribute_id), array_agg(a.value_type), bool_or(a.restrict_to_types is not null), bool_or(a.add_new_options)
    into names, attribute_ids, types, restricted, growing
    from (select distinct u.key from unnest(attributes) u(key)) k
    left join share.attribute a on a.account_id = access.account_id and a.drive_id = access.drive_id
        and (a.name = k.key or a.attribute_id::text = lower(k.key));
    if array_position(attribute_ids, null) is not null then
        perform share.refuse('PT404', 'attribute not found', 'attribute: ' || coalesce(left(names[array_position(attribute_ids, null)], 100), 'null'));
    end if;
    select a.name into bad from share.attribute a
    where a.account_id = access.account_id and a.attribute_id = any (attribute_ids) and a.archived_at is not null
    limit 1;
    if found then
        perform share.refuse('22023', 'an attribute is archived', 'attribute: ' || bad.name, 'share.attribute_update() takes it back with archived false');
    end if;
    -- From here on an attribute is its place in these lists; the three lists of values stay side by side.
    select array_agg(u.file_id), array_agg(m.n::integer), array_agg(coalesce(u.given, 'null')) into file_ids, numbers, given
    from unnest(file_ids, attributes, given) u(file_id, key, given)
    join unnest(names) with ordinality m(key, n) on m.key = u.key;

    select u.file_id, attribute_ids[u.number] as attribute_id into bad
    from unnest(file_ids, numbers) u(file_id, number)
    group by 1, 2
    having count(*) > 1
    limit 1;
    if found then
        perform share.refuse('22023', 'a value is given twice', format('file_id: %s, attribute_id: %s', bad.file_id, bad.attribute_id));
    end if;
    select u.file_id into bad
    from (select distinct t.file_id from unnest(file_ids) t(file_id)) u
    where not exists (
        select from share.file f
        where f.account_id = access.account_id and f.file_id = u.file_id and f.drive_id = access.drive_id and not f.is_deleted
    )
    limit 1;
    if found then
        perform share.refuse('PT404', 'file not found', format('id: %s, drive_id: %s', coalesce(bad.file_id::text, 'null'), access.drive_id));
    end if;
    if restricted then
        select u.file_id, a.name, f.media_type into bad
        from unnest(file_ids, numbers, given) u(file_id, number, given)
        join share.attribute a on a.account_id = access.account_id and a.attribute_id = attribute_ids[u.number] and a.restrict_to_types is not null
        join share.file f on f.account_id = access.account_id and f.file_id = u.file_id
        where u.given <> 'null' and f.media_type <> all (a.restrict_to_types)
        limit 1;
        if found then
            perform share.refuse('22023', 'an attribute is not for files of this kind', format('attribute: %s, file_id: %s, media_type: %s', bad.name, bad.file_id, bad.media_type));
        end if;
    end if;
    select u.file_id, names[u.number] as name, types[u.number] as type, u.given into bad
    from unnest(file_ids, numbers, given) u(file_id, number, given)
    where u.given <> 'null' and share.attribute_fits(types[u.number], u.given) is not true
    limit 1;
    if found then
        perform share.refuse('22023', 'a value is not of the type of its attribute',
            format('attribute: %s, type: %s, file_id: %s, given: %s', bad.name, bad.type, bad.file_id, left(bad.given::text, 100)));
    end if;

    -- Of two who choose for one file at once the later one is heard.
    if 'multi_select' = any (types) then
        perform from share.file f where f.account_id = access.account_id and f.file_id = any (file_ids) order by f.file_id for no key update;
    end if;
    -- What was chosen before and is not chosen at that place any more; first, since nothing may be chosen twice.
    if 'multi_select' = any (types) or array_position(given, 'null') is not null then
        delete from share.attribute_value v
        using unnest(file_ids, numbers, given) u(file_id, number, given)
        where v.account_id = access.account_id and v.file_id = u.file_id and v.attribute_id = attribute_ids[u.number]
            and (u.given = 'null' or types[u.number] = 'multi_select');
    end if;
    if types && '{single_select,multi_select}' then
        perform share.attribute_choices_write(access, file_ids, numbers, given, attribute_ids, types, growing);
    end if;
    if not types <@ '{single_select,multi_select}' then
        is_dated := 'datetime' = any (types);
        insert into share.attribute_value as v (account_id, file_id, attribute_id, value_type, text_value, number_value, bool_value, time_value)
        select access.account_id, u.file_id, attribute_ids[u.number], types[u.number],
            case when types[u.number] = 'str' then u.given #>> '{}' end,
            case when types[u.number] in ('float', 'int', 'rating') then u.given::numeric end,
            case when types[u.number] = 'bool' then u.given::boolean end,
            -- Without a zone it is UTC, whatever the session's is.
            case when is_dated and types[u.number] = 'datetime' then
                ((u.given #>> '{}') || case when (u.given #>> '{}') ~ ':.*(Z|[+-]\d\d(:?\d\d)?)$' then '' else ' UTC' end)::timestamptz end
        from unnest(file_ids, numbers, given) u(file_id, number, given)
        where u.given <> 'null' and types[u.number] <> all ('{single_select,multi_select}')
        -- In the order of the key: two such calls do not wait for each other in a circle, and pages are filled one after the other.
        order by u.file_id, attribute_ids[u.number]
        on conflict on constraint attribute_value_pkey do update
        set text_value = excluded.text_value, number_value = excluded.number_value, bool_value = excluded.bool_value, time_value = excluded.time_value,
            updated_at = excluded.updated_at
        where (v.text_value, v.number_value, v.bool_value, v.time_value)
            is distinct from (excluded.text_value, excluded.number_value, excluded.bool_value, excluded.time_value);
    end if;
    perform share.event_add(access.account_id, access.share_id, 'attribute.set', jsonb_build_object(
        'file_id', case when cardinality(file_ids) = 1 then file_ids[1] end, 'values', cardinality(file_ids), 'drive_id', access.drive_id,
        'attributes', to_jsonb(names[:100])), access.recipient_id, access.visit_id);
    return cardinality(file_ids);
end
$$;
comment on function share.attribute_values_write is 'Internal. Sets values of files of one drive, given side by side: the file, the attribute by its id or name, and the value, null to remove it. In a handful of statements, however many there are. Errors: 22007, 22008, 22023, 23514, PT404.';
