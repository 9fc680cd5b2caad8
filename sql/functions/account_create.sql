create function share.account_create(name text, metadata jsonb default '{}')
returns share.account_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity;
    created uuid := share.new_id();
    result share.account_details;
begin
    perform share.ready();
    who := share.caller();
    if who.kind <> 'service' or who.account_id is not null then
        perform share.refuse(case who.kind when 'visitor' then 'PT401' else '42501' end,
            case who.kind when 'visitor' then 'nobody is signed in' else 'only the service may create accounts' end,
            '', 'connect as a member of share_app or share_admin, with no user or account set');
    end if;
    perform share.require_argument('name', name is null);
    insert into share.account (account_id, name, metadata)
    values (created, share.text_check('name', account_create.name, 200), share.metadata_check(account_create.metadata));
    insert into share.drive (account_id, drive_id, name, is_default) values (created, share.new_id(), 'default', true);
    perform share.event_add(created, null, 'account.created', jsonb_build_object('name', account_create.name));
    select d.* into result from share.account_describe(array[created]) d;
    return result;
end
$$;
comment on function share.account_create is 'Makes an account with a default drive. For the service. Errors: 22023, 23514 (account_name_check), 42501 for a user, an API key and the service in one account, PT401, PT413.';
