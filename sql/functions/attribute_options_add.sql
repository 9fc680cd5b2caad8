create function share.attribute_options_add(account_id uuid, attribute_id uuid, options jsonb, created_by text)
returns uuid[]
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    given jsonb;
    names text[] := '{}';
    colors share.option_color[] := '{}';
    made uuid[];
begin
    perform share.list_check('options', options);
    for given in select o from jsonb_array_elements(options) o loop
        if jsonb_typeof(given) = 'string' then
            given := jsonb_build_object('name', given);
        end if;
        perform share.keys_check('options', given, '{name,color}');
        perform share.require_argument('name', share.patch_text(given, 'name', null) is null);
        names := names || share.text_check('name', given ->> 'name', 200);
        colors := colors || share.patch_text(given, 'color', null)::share.option_color;
    end loop;
    with made_now as (
        insert into share.attribute_option (account_id, attribute_id, option_id, name, color, ordinal, created_by)
        select attribute_options_add.account_id, attribute_options_add.attribute_id, share.new_id(), t.name, t.color, p.place + t.n, attribute_options_add.created_by
        from unnest(names, colors) with ordinality t(name, color, n)
        cross join (
            select coalesce(max(o.ordinal), 0) as place
            from share.attribute_option o
            where o.account_id = attribute_options_add.account_id and o.attribute_id = attribute_options_add.attribute_id
        ) p
        on conflict do nothing
        returning option_id
    )
    select array_agg(m.option_id) into made from made_now m;
    if coalesce(cardinality(made), 0) < cardinality(names) then
        perform share.refuse('23505', 'an option of this name exists already', '', 'choose another name', 'attribute_option_name_key', 'attribute_option');
    end if;
    return made;
end
$$;
comment on function share.attribute_options_add is 'Internal. Adds options, a JSON list of names or of objects with name and color, behind those that are there. Errors: 22023, 22P02, 23505 (attribute_option_name_key), 23514, PT413.';
