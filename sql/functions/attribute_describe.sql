create function share.attribute_describe(account_id uuid, ids uuid[])
returns setof share.attribute_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select a.attribute_id, a.account_id, a.drive_id, a.name, a.label, a.value_type, a.description, a.location, a.group_name, a.default_value,
        case when a.value_type in ('single_select', 'multi_select') then share.attribute_options_describe(a.account_id, a.attribute_id, true, true) end,
        a.add_new_options, a.restrict_to_types, a.automated, a.prompt, a.archived_at is not null, a.created_at, a.updated_at
    from unnest(ids) with ordinality t(id, ordinality)
    join share.attribute a on a.account_id = attribute_describe.account_id and a.attribute_id = t.id
    order by t.ordinality;
end
$$;
comment on function share.attribute_describe is 'Internal. The attributes of an account with these ids, in their order.';
