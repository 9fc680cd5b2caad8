create function share.member_remove(account_id uuid, user_id text)
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
    perform from share.member m where m.account_id = member_remove.account_id and m.user_id = member_remove.user_id for update;
    select d.* into result from share.member_describe(account_id, array[user_id]) d;
    perform share.member_authorize(account_id, array[result.role]);
    delete from share.member m where m.account_id = member_remove.account_id and m.user_id = member_remove.user_id;
    if not found then
        perform share.refuse('PT404', 'member not found', 'user_id: ' || user_id);
    end if;
    perform share.event_add(account_id, null, 'member.removed', jsonb_build_object('user_id', user_id));
    return result;
end
$$;
comment on function share.member_remove is 'Removes a user from an account; returns the member as it was. For the service, admins and owners. Errors: 22023, 42501, PT401, PT404.';
