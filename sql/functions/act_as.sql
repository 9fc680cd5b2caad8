create function share.act_as(user_id text default null, account_id uuid default null)
returns void
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.ready();
    -- An empty user is a mistake of the caller, and must not become the service.
    perform share.require_argument('user_id', coalesce(user_id, case when account_id is null then '' else ' ' end) = '');
    perform set_config('pg_share.session', share.identity_keep_user(share.text_check('user_id', user_id, 255), account_id), true);
end
$$;
comment on function share.act_as is 'Makes the calls until the end of the transaction those of a user, with the rights of the user''s membership, in one account if it is named; without a user those of the service in that account alone. For members of share_app. Errors: 22023 without both, PT413.';
