create function share.member_update(account_id uuid, user_id text, patch jsonb)
returns share.member_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    held share.member_role;
    given share.member_role;
    named name;
    result share.member_details;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('user_id', user_id is null);
    perform share.patch_check(patch, '{name,email,role,database_role}');
    select m.role into held from share.member m where m.account_id = member_update.account_id and m.user_id = member_update.user_id
    for no key update;
    given := share.patch_text(patch, 'role', held::text)::share.member_role;
    perform share.member_authorize(account_id, array[held, given]);
    if held is null then
        perform share.refuse('PT404', 'member not found', 'user_id: ' || user_id);
    end if;
    perform share.require_argument('role', given is null);
    if patch ? 'database_role' then
        named := share.member_database_role(share.patch_text(patch, 'database_role', null));
        if exists (
            select from share.member m
            where m.database_role = named and (m.account_id, m.user_id) <> (member_update.account_id, member_update.user_id)
        ) then
            perform share.refuse('23505', 'the database role is a member already', 'database_role: ' || named, 'name another one',
                'member_database_role_key', 'member');
        end if;
    end if;
    update share.member m
    set name = share.text_check('name', share.patch_text(patch, 'name', m.name), 200),
        email = share.text_check('email', share.patch_text(patch, 'email', m.email), 320),
        role = given,
        database_role = case when patch ? 'database_role' then named else m.database_role end,
        updated_at = statement_timestamp()
    where m.account_id = member_update.account_id and m.user_id = member_update.user_id;
    perform share.event_add(account_id, null, 'member.updated', jsonb_build_object('user_id', user_id, 'role', given, 'database_role', named));
    select d.* into result from share.member_describe(account_id, array[user_id]) d;
    return result;
end
$$;
comment on function share.member_update is 'Changes a member by a patch of name, email, role, database_role; absent keeps, null clears. For the service, admins and owners; database_role for the service. Errors: 22023, 22P02, 23505 (member_database_role_key), 23514, 42501, PT401, PT404, PT413.';
