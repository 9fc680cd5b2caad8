create function share.attribute_update(id uuid, patch jsonb, account_id uuid default null)
returns share.attribute_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    needed text;
    result share.attribute_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{label,description,location,group_name,default_value,add_new_options,restrict_to_types,automated,prompt,archived}');
    account := share.attribute_account(id, account_id, 'editor');
    foreach needed in array array['label', 'location'] loop
        perform share.require_argument(needed, share.patch_text(patch, needed, '') is null);
    end loop;
    foreach needed in array array['add_new_options', 'automated', 'archived'] loop
        perform share.require_argument(needed, share.patch_text(patch, needed, '', 'boolean') is null);
    end loop;
    update share.attribute a
    set label = share.text_check('label', share.patch_text(patch, 'label', a.label), 200),
        description = share.text_check('description', share.patch_text(patch, 'description', a.description), 2000),
        location = share.patch_text(patch, 'location', a.location),
        group_name = share.text_check('group_name', share.patch_text(patch, 'group_name', a.group_name), 200),
        default_value = case when patch ? 'default_value' then nullif(patch -> 'default_value', 'null') else a.default_value end,
        add_new_options = share.patch_text(patch, 'add_new_options', a.add_new_options::text, 'boolean')::boolean,
        restrict_to_types = case when not patch ? 'restrict_to_types' then a.restrict_to_types
            when patch -> 'restrict_to_types' <> 'null' then share.patch_texts(patch, 'restrict_to_types')::share.media_type[] end,
        automated = share.patch_text(patch, 'automated', a.automated::text, 'boolean')::boolean,
        prompt = share.text_check('prompt', share.patch_text(patch, 'prompt', a.prompt), 10000),
        archived_at = case when share.patch_text(patch, 'archived', (a.archived_at is not null)::text, 'boolean')::boolean
            then coalesce(a.archived_at, statement_timestamp()) end,
        updated_at = statement_timestamp()
    where a.account_id = account and a.attribute_id = attribute_update.id;
    if patch ? 'default_value' then
        perform share.attribute_default_check(account, id);
    end if;
    perform share.event_add(account, null, 'attribute.updated', jsonb_build_object(
        'attribute_id', id, 'changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    select d.* into result from share.attribute_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.attribute_update is 'Changes an attribute by a patch of label, description, location, group_name, default_value, add_new_options, restrict_to_types, automated, prompt and archived; absent keeps, null clears. Its name, type and drive are fixed. An archived one keeps its values, which are neither shown nor set until it is taken back. For the service, editors and above. Errors: 22023, 22P02, 23514, 42501, PT401, PT404, PT413.';
