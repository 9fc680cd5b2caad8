create function share.file_find_query(account_id uuid, drive_id uuid, filters jsonb)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    asked jsonb;
    held record;
    condition text;
    first text;
    others text := '';
    is_first_exact boolean := false;
begin
    if jsonb_typeof(filters) <> 'array' or jsonb_array_length(filters) not between 1 and 10 then
        perform share.refuse('22023', 'filters is no list of 1 to 10 objects', 'given: ' || jsonb_typeof(filters));
    end if;
    for asked in select f from jsonb_array_elements(filters) f loop
        perform share.keys_check('filters', asked, '{attribute,is,begins,at_least,at_most}');
        select a.attribute_id, a.name, a.value_type into held
        from share.attribute a
        where a.account_id = file_find_query.account_id and a.drive_id = file_find_query.drive_id
            and (a.name = asked ->> 'attribute' or a.attribute_id::text = lower(asked ->> 'attribute'));
        if not found then
            perform share.refuse('PT404', 'attribute not found', 'attribute: ' || coalesce(left(asked ->> 'attribute', 100), 'null'));
        end if;
        condition := share.attribute_condition(account_id, held.attribute_id, held.name, held.value_type, asked - 'attribute');
        if asked -> 'is' = 'null' then
            others := others || format(' and not exists (select from share.attribute_value w where w.account_id = $1 and w.file_id = v.file_id and w.attribute_id = %L)', held.attribute_id);
        -- The index of the first that asks for one value gives the files in their order; the others are asked of each of them.
        elsif first is null or not is_first_exact and asked ? 'is' and jsonb_typeof(asked -> 'is') <> 'array' then
            if first is not null then
                others := others || format(' and exists (select from share.attribute_value v where v.account_id = $1 and v.file_id = f.file_id and %s)', first);
            end if;
            first := condition;
            is_first_exact := asked ? 'is' and jsonb_typeof(asked -> 'is') <> 'array';
        else
            others := others || format(' and exists (select from share.attribute_value v where v.account_id = $1 and v.file_id = f.file_id and %s)', condition);
        end if;
    end loop;
    if first is null then
        perform share.refuse('22023', 'no filter asks for a value', '', 'give one with is, begins, at_least or at_most');
    end if;
    return 'select array_agg(p.file_id order by p.file_id desc) from (
        select distinct v.file_id
        from (select v.account_id, v.file_id from share.attribute_value v where v.account_id = $1 and ($3 is null or v.file_id < $3) and ' || first
        -- Of several values or a range all are collected by the index, or the planner would walk through the files instead.
        || case when is_first_exact then '' else ' offset 0' end || ') v
        join share.file f on f.account_id = v.account_id and f.file_id = v.file_id and f.drive_id = $2 and not f.is_deleted
        where true' || others || '
        order by v.file_id desc limit $4) p';
end
$$;
comment on function share.file_find_query is 'Internal. The query of share.file_find(), for the account, the drive, a cursor and a limit. Errors: 22023, PT404.';
