create function share.attribute_default_check(account_id uuid, id uuid)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    held record;
    unknown text;
begin
    select a.name, a.value_type, a.default_value into held
    from share.attribute a
    where a.account_id = attribute_default_check.account_id and a.attribute_id = attribute_default_check.id and a.default_value is not null;
    if not found then
        return;
    elsif not share.attribute_fits(held.value_type, held.default_value) then
        perform share.refuse('22023', 'a value is not of the type of its attribute',
            format('attribute: %s, type: %s, default_value: %s', held.name, held.value_type, left(held.default_value::text, 100)));
    elsif held.value_type in ('single_select', 'multi_select') then
        select d.name into unknown
        from jsonb_array_elements_text(case jsonb_typeof(held.default_value) when 'array' then held.default_value else jsonb_build_array(held.default_value) end) d(name)
        where not exists (
            select from share.attribute_option o
            where o.account_id = attribute_default_check.account_id and o.attribute_id = attribute_default_check.id and o.archived_at is null
                and lower(o.name) = lower(d.name)
        )
        limit 1;
        if found then
            perform share.refuse('22023', 'a value is none of the options of its attribute', format('attribute: %s, default_value: %s', held.name, left(unknown, 100)),
                'give the names of options');
        end if;
    end if;
end
$$;
comment on function share.attribute_default_check is 'Internal. Refuses with 22023 a default that is no value of its attribute.';
