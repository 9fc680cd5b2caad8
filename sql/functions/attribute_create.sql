create function share.attribute_create(
    drive_id uuid,
    name text,
    value_type share.attribute_type,
    label text default null,
    description text default null,
    location text default 'custom',
    group_name text default null,
    default_value jsonb default null,
    options jsonb default null,
    add_new_options boolean default false,
    restrict_to_types share.media_type[] default null,
    automated boolean default false,
    prompt text default null,
    account_id uuid default null
)
returns share.attribute_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity := share.caller_of_session();
    account uuid;
    created uuid := share.new_id();
    result share.attribute_details;
begin
    perform share.ready();
    perform share.require_argument('drive_id', drive_id is null);
    perform share.require_argument('name', name is null);
    perform share.require_argument('value_type', value_type is null);
    account := share.drive_account(drive_id, account_id, 'editor');
    if options is not null and value_type not in ('single_select', 'multi_select') then
        perform share.refuse('22023', 'an attribute of this type has no options', format('value_type: %s', value_type), 'leave options out, or choose single_select or multi_select');
    end if;
    insert into share.attribute (account_id, attribute_id, drive_id, name, label, value_type, description, location, group_name, default_value,
        add_new_options, restrict_to_types, automated, prompt)
    values (account, created, attribute_create.drive_id, share.text_check('name', attribute_create.name, 63),
        share.text_check('label', coalesce(attribute_create.label, attribute_create.name), 200), attribute_create.value_type,
        share.text_check('description', attribute_create.description, 2000), coalesce(attribute_create.location, 'custom'),
        share.text_check('group_name', attribute_create.group_name, 200), nullif(attribute_create.default_value, 'null'),
        coalesce(attribute_create.add_new_options, false), attribute_create.restrict_to_types, coalesce(attribute_create.automated, false),
        share.text_check('prompt', attribute_create.prompt, 10000))
    on conflict on constraint attribute_name_key do nothing;
    if not found then
        perform share.refuse('23505', 'an attribute of this name exists already', (
            select 'existing id: ' || a.attribute_id from share.attribute a
            where a.account_id = account and a.drive_id = attribute_create.drive_id and a.name = attribute_create.name
        ), 'choose another name, or take the existing one back from the archive', 'attribute_name_key', 'attribute');
    end if;
    if options is not null and options <> '[]' then
        perform share.attribute_options_add(account, created, options, who.name);
    end if;
    perform share.attribute_default_check(account, created);
    perform share.event_add(account, null, 'attribute.created', jsonb_build_object('attribute_id', created, 'drive_id', drive_id, 'name', name));
    select d.* into result from share.attribute_describe(account, array[created]) d;
    return result;
end
$$;
comment on function share.attribute_create is 'Makes an attribute for the files of a drive. options is a JSON list of names or of objects with name and color; default_value is a value as share.attribute_value_set() takes it, with options by their names. For the service, editors and above. Errors: 22023, 22P02, 23505 (attribute_name_key, attribute_option_name_key), 23514, 42501, PT401, PT404, PT413.';
