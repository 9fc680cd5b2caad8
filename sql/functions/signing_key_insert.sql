create function share.signing_key_insert(account_id uuid, kid text, algorithm text, state text, imported text default null, encoding text default null, previous_kid text default null)
returns text
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the secret.
set plan_cache_mode = force_generic_plan
as $$
declare
    owner uuid := coalesce(account_id, '00000000-0000-0000-0000-000000000000');
    made text := coalesce(kid, share.kid_generate());
begin
    if made !~ '^[A-Za-z0-9_-]{1,64}$' then
        perform share.refuse('22023', 'not a key id', 'kid: ' || left(made, 100), 'a kid has 1 to 64 letters, digits, _ and -');
    end if;
    if algorithm = 'share_token' and (owner <> '00000000-0000-0000-0000-000000000000' or made !~ '^k[0-9a-f]{12}$') then
        perform share.refuse('22023', 'a key for share tokens is the installation''s, with an id that is made here', 'kid: ' || made, 'leave account_id and kid out');
    end if;
    perform share.authorize(owner, 'owner', 'account', owner::text);
    insert into share.signing_key (account_id, kid, algorithm, secret, state)
    values (owner, made, signing_key_insert.algorithm,
        case when imported is null then share.secret_generate(signing_key_insert.algorithm, previous_kid) else share.secret_parse(signing_key_insert.algorithm, imported, encoding) end,
        signing_key_insert.state)
    on conflict do nothing;
    if not found then
        perform share.refuse('23505', 'a key of this id exists already', 'kid: ' || made, 'choose another kid, or none', 'signing_key_kid_key', 'signing_key');
    end if;
    return made;
end
$$;
comment on function share.signing_key_insert is 'Internal. Stores a key, with a secret from the server''s randomness unless one is imported, and returns its kid. Errors: 22023, 23505 (signing_key_kid_key), PT404 (account).';
