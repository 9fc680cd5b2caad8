create function share.webhook_key_insert(account_id uuid, out kid text, out secret text)
returns record
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the secret.
set plan_cache_mode = force_generic_plan
as $$
begin
    kid := share.kid_generate();
    -- Not of the algorithm of tokens: who receives requests knows the secret, and must not be able to sign a URL with it.
    insert into share.signing_key (account_id, kid, algorithm, secret)
    values (webhook_key_insert.account_id, webhook_key_insert.kid, 'HMAC-SHA256', share.secret_generate('HMAC-SHA256'));
    secret := 'whsec_' || translate(encode(convert_to(share.secret_text(kid), 'UTF8'), 'base64'), e'\n', '');
end
$$;
comment on function share.webhook_key_insert is 'Internal. Makes the key of a webhook; gives its kid and its secret in the form of Standard Webhooks.';
