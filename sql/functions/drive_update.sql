create function share.drive_update(id uuid, patch jsonb, account_id uuid default null)
returns share.drive_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.drive_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{name,policy}');
    select d.account_id into account from share.drive d
    where d.drive_id = drive_update.id and (drive_update.account_id is null or d.account_id = drive_update.account_id);
    perform share.authorize(account, 'admin', 'drive', id::text);
    perform share.require_argument('name', share.patch_text(patch, 'name', '') is null);
    if exists (
        select from share.drive d where d.account_id = account and d.name = patch ->> 'name' and d.drive_id <> drive_update.id
    ) then
        perform share.refuse('23505', 'a drive of this name exists already', '', 'choose another name', 'drive_name_key', 'drive');
    end if;
    update share.drive d
    set name = share.text_check('name', share.patch_text(patch, 'name', d.name), 200),
        policy = case when patch ? 'policy' then share.policy_check(nullif(patch -> 'policy', 'null')) else d.policy end
    where d.account_id = account and d.drive_id = drive_update.id;
    perform share.event_add(account, null, 'drive.updated', jsonb_build_object('drive_id', id, 'changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key))));
    select d.* into result from share.drive_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.drive_update is 'Changes a drive by a patch of name and policy (default_hours, maximum_hours, password_required, many_shares; before the account''s); absent keeps, null clears. For the service, admins and owners. Errors: 22023, 23505 (drive_name_key), 23514, 42501, PT401, PT404, PT413.';
