create function share.member_add(
    account_id uuid,
    user_id text,
    name text default null,
    email text default null,
    role share.member_role default 'viewer',
    database_role name default null
)
returns share.member_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.member_details;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('user_id', user_id is null);
    perform share.require_argument('role', role is null);
    perform share.member_authorize(account_id, array[role]);
    insert into share.member (account_id, user_id, name, email, role, database_role)
    values (member_add.account_id, share.text_check('user_id', member_add.user_id, 255), share.text_check('name', member_add.name, 200),
        share.text_check('email', member_add.email, 320), member_add.role, share.member_database_role(member_add.database_role))
    on conflict do nothing;
    if not found then
        if not exists (select from share.member m where m.account_id = member_add.account_id and m.user_id = member_add.user_id) then
            perform share.refuse('23505', 'the database role is a member already', 'database_role: ' || database_role, 'name another one',
                'member_database_role_key', 'member');
        end if;
        perform share.refuse('23505', 'the user is a member already', 'user_id: ' || user_id, 'use share.member_update()', 'member_pkey', 'member');
    end if;
    perform share.event_add(account_id, null, 'member.added', jsonb_build_object('user_id', user_id, 'role', role, 'database_role', database_role));
    select d.* into result from share.member_describe(account_id, array[user_id]) d;
    return result;
end
$$;
comment on function share.member_add is 'Adds a user to an account. For the service, admins and owners; database_role, whose calls are then the member''s, for the service. Errors: 22023, 23505 (member_pkey, member_database_role_key), 23514, 42501, PT401, PT404, PT413.';
