create function share.attribute_value_list(
    file_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.attribute_value_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'metadata_view', visit_token, context, drive_id, account_id);
    return query
    select a.attribute_id, a.name, a.label, a.value_type, coalesce(v.value, a.default_value), v.value is null and a.default_value is not null,
        a.description, a.location, a.group_name,
        case when a.value_type in ('single_select', 'multi_select') then share.attribute_options_describe(a.account_id, a.attribute_id, false, access.is_member) end,
        a.add_new_options, a.automated, v.updated_at
    from share.file f
    join share.attribute a on a.account_id = f.account_id and a.drive_id = f.drive_id and a.archived_at is null
        and (a.restrict_to_types is null or f.media_type = any (a.restrict_to_types))
    left join lateral (
        select max(s.updated_at) as updated_at, case
            when count(*) = 0 then null
            when a.value_type = 'multi_select' then jsonb_agg(o.name order by s.ordinal)
            when a.value_type = 'single_select' then to_jsonb(min(o.name))
            when a.value_type = 'str' then to_jsonb(min(s.text_value))
            when a.value_type = 'bool' then to_jsonb(bool_or(s.bool_value))
            when a.value_type = 'datetime' then to_jsonb((to_jsonb(min(s.time_value) at time zone 'UTC') #>> '{}') || 'Z')
            else to_jsonb(min(s.number_value)) end as value
        from share.attribute_value s
        left join share.attribute_option o on o.account_id = s.account_id and o.attribute_id = s.attribute_id and o.option_id = s.option_id
        where s.account_id = f.account_id and s.file_id = f.file_id and s.attribute_id = a.attribute_id
    ) v on true
    where f.account_id = access.account_id and f.file_id = access.file_id
    order by a.group_name nulls first, a.label, a.name;
end
$$;
comment on function share.attribute_value_list is 'What the attributes of its drive say of a file: one row for each that is not archived and is for its kind of media, with or without a value. A visit needs metadata_view. Errors: 22023, PT401, PT404; through a share also 42501, PT410.';
