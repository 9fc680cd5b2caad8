create function share.attribute_options_describe(account_id uuid, attribute_id uuid, with_archived boolean, with_creator boolean)
returns share.attribute_option_details[]
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select array_agg(
            row(o.option_id, o.attribute_id, o.name, o.color, o.ordinal, case when with_creator then o.created_by end, o.created_at, o.archived_at is not null)::share.attribute_option_details
            order by o.ordinal, o.name, o.option_id)
        from share.attribute_option o
        where o.account_id = attribute_options_describe.account_id and o.attribute_id = attribute_options_describe.attribute_id
            and (with_archived or o.archived_at is null)
    );
end
$$;
comment on function share.attribute_options_describe is 'Internal. The options of an attribute in their order, null for none.';
