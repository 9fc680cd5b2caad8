create function share.drive_create(account_id uuid, name text)
returns share.drive_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    created uuid := share.new_id();
    result share.drive_details;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('name', name is null);
    perform share.authorize(account_id, 'admin', 'account', account_id::text);
    insert into share.drive (account_id, drive_id, name)
    values (drive_create.account_id, created, share.text_check('name', drive_create.name, 200))
    on conflict do nothing;
    if not found then
        perform share.refuse('23505', 'a drive of this name exists already', (
            select 'existing id: ' || d.drive_id from share.drive d where d.account_id = drive_create.account_id and d.name = drive_create.name
        ), 'choose another name', 'drive_name_key', 'drive');
    end if;
    perform share.event_add(account_id, null, 'drive.created', jsonb_build_object('drive_id', created, 'name', name));
    select d.* into result from share.drive_describe(account_id, array[created]) d;
    return result;
end
$$;
comment on function share.drive_create is 'Makes a drive. For the service, admins and owners. Errors: 22023, 23505 (drive_name_key), 23514, 42501, PT401, PT404, PT413.';
