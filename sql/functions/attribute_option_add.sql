create function share.attribute_option_add(attribute_id uuid, name text, color share.option_color default null, account_id uuid default null)
returns share.attribute_option_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity := share.caller_of_session();
    account uuid;
    held share.attribute_type;
    made uuid[];
    result share.attribute_option_details;
begin
    perform share.ready();
    perform share.require_argument('attribute_id', attribute_id is null);
    perform share.require_argument('name', name is null);
    account := share.attribute_account(attribute_id, account_id, 'editor');
    -- One after the other, so that each has a place of its own.
    select a.value_type into held from share.attribute a
    where a.account_id = account and a.attribute_id = attribute_option_add.attribute_id
    for no key update;
    if held not in ('single_select', 'multi_select') then
        perform share.refuse('22023', 'an attribute of this type has no options', format('value_type: %s', held));
    end if;
    made := share.attribute_options_add(account, attribute_id, jsonb_build_array(jsonb_build_object('name', name, 'color', color)), who.name);
    perform share.event_add(account, null, 'attribute.updated', jsonb_build_object('attribute_id', attribute_id, 'changed', '["options"]'::jsonb));
    select o.* into result from unnest(share.attribute_options_describe(account, attribute_id, true, true)) o where o.id = made[1];
    return result;
end
$$;
comment on function share.attribute_option_add is 'Adds an option to an attribute, behind the others. For the service, editors and above. Errors: 22023, 22P02, 23505 (attribute_option_name_key), 23514, 42501, PT401, PT404, PT413.';
