create function share.api_key_create(
    account_id uuid,
    name text,
    role share.member_role default 'editor',
    expires_at timestamptz default null
)
returns share.api_key_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan the hash.
set plan_cache_mode = force_generic_plan
as $$
declare
    created uuid := share.new_id();
    made record;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('name', name is null);
    perform share.require_argument('role', role is null);
    perform share.authorize(account_id, 'admin', 'account', account_id::text);
    perform share.text_check('name', name, 200);
    -- Refused here, because a failing check would print the row with the hash.
    if name = '' or name ~ '[\x01-\x1F\x7F-\x9F]' then
        perform share.refuse('23514', 'the name of the API key cannot be stored', '', '1 to 200 characters, no control characters', 'api_key_name_check', 'api_key');
    elsif role = 'owner' then
        perform share.refuse('23514', 'an API key cannot be an owner', '', 'admin is the highest role of a key', 'api_key_role_check', 'api_key');
    elsif expires_at <= statement_timestamp() then
        perform share.refuse('23514', 'the API key would be over at once', format('expires_at: %s', expires_at), 'give a time to come, or none', 'api_key_expires_check', 'api_key');
    end if;
    select g.prefix, g.api_key, g.hash into made from share.api_key_generate() g;
    insert into share.api_key (account_id, api_key_id, name, prefix, hash, role, created_by, expires_at)
    values (api_key_create.account_id, created, api_key_create.name, made.prefix, made.hash, api_key_create.role, (share.caller()).name, api_key_create.expires_at);
    insert into share.api_key_use (account_id, api_key_id) values (api_key_create.account_id, created);
    perform share.event_add(account_id, null, 'api_key.created',
        jsonb_build_object('api_key_id', created, 'name', name, 'prefix', made.prefix, 'role', role, 'expires_at', expires_at));
    return row(created, account_id, name, made.prefix, role, statement_timestamp(), expires_at, made.api_key)::share.api_key_result;
end
$$;
comment on function share.api_key_create is 'Makes an API key of an account from the server''s randomness; it comes back now and is stored as a hash only. For the service, admins and owners. Errors: 22023, 23514 (api_key_name_check, api_key_role_check for owner, api_key_expires_check), 42501, PT401, PT404, PT413.';
