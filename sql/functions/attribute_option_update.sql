create function share.attribute_option_update(id uuid, patch jsonb, attribute_id uuid, account_id uuid default null)
returns share.attribute_option_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    needed text;
    result share.attribute_option_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.require_argument('attribute_id', attribute_id is null);
    perform share.patch_check(patch, '{name,color,ordinal,archived}');
    account := share.attribute_account(attribute_id, account_id, 'editor');
    perform share.require_argument('name', share.patch_text(patch, 'name', '') is null);
    perform share.require_argument('ordinal', share.patch_text(patch, 'ordinal', '', 'number') is null);
    perform share.require_argument('archived', share.patch_text(patch, 'archived', '', 'boolean') is null);
    if exists (
        select from share.attribute_option o
        where o.account_id = account and o.attribute_id = attribute_option_update.attribute_id and lower(o.name) = lower(patch ->> 'name')
            and o.option_id <> attribute_option_update.id
    ) then
        perform share.refuse('23505', 'an option of this name exists already', '', 'choose another name', 'attribute_option_name_key', 'attribute_option');
    end if;
    update share.attribute_option o
    set name = share.text_check('name', share.patch_text(patch, 'name', o.name), 200),
        color = share.patch_text(patch, 'color', o.color::text)::share.option_color,
        ordinal = share.patch_text(patch, 'ordinal', o.ordinal::text, 'number')::integer,
        archived_at = case when share.patch_text(patch, 'archived', (o.archived_at is not null)::text, 'boolean')::boolean
            then coalesce(o.archived_at, statement_timestamp()) end
    where o.account_id = account and o.attribute_id = attribute_option_update.attribute_id and o.option_id = attribute_option_update.id;
    if not found then
        perform share.refuse('PT404', 'option not found', 'id: ' || id);
    end if;
    perform share.event_add(account, null, 'attribute.updated', jsonb_build_object('attribute_id', attribute_id, 'changed', '["options"]'::jsonb));
    select o.* into result from unnest(share.attribute_options_describe(account, attribute_id, true, true)) o where o.id = attribute_option_update.id;
    return result;
end
$$;
comment on function share.attribute_option_update is 'Changes an option of an attribute by a patch of name, color, ordinal and archived; absent keeps, null clears. Files that have it go on having it. For the service, editors and above. Errors: 22023, 22P02, 23505 (attribute_option_name_key), 23514, 42501, PT401, PT404, PT413.';
