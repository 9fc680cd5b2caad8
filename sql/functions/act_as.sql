create function share.act_as(user_id text)
returns void
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.ready();
    perform share.require_argument('user_id', coalesce(user_id, '') = '');
    perform set_config('pg_share.user_id', user_id, true);
end
$$;
comment on function share.act_as is 'Makes the calls until the end of the transaction those of a user, with the rights of the user''s membership. For members of share_app. Errors: 22023 without a user_id.';
