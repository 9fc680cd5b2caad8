create function share.person_update(id uuid, patch jsonb, account_id uuid default null)
returns share.person_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.person_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{name}');
    select p.account_id into account
    from share.person p
    where p.person_id = person_update.id and (person_update.account_id is null or p.account_id = person_update.account_id);
    perform share.authorize(account, 'editor', 'person', id::text);
    update share.person p
    set name = share.text_check('name', share.patch_text(patch, 'name', p.name), 200), updated_at = statement_timestamp()
    where p.account_id = account and p.person_id = person_update.id
    returning p.person_id, p.account_id, p.external_id, p.name, p.created_at, p.updated_at into result;
    perform share.event_add(account, null, 'person.updated', jsonb_build_object('person_id', id));
    return result;
end
$$;
comment on function share.person_update is 'Names a person by a patch of name; absent keeps, null clears. For editors. Errors: 22023, 23514, 42501, PT401, PT404, PT413.';
