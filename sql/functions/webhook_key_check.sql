create function share.webhook_key_check(kid text)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from share.signing_key k
        join share.webhook w on w.account_id = k.account_id and webhook_key_check.kid in (w.kid, w.previous_kid)
        where k.kid = webhook_key_check.kid
    ) then
        perform share.refuse('22023', 'the key is that of a webhook', 'kid: ' || kid, 'share.webhook_rotate() gives the webhook a new secret');
    end if;
end
$$;
comment on function share.webhook_key_check is 'Internal. Refuses with 22023 the key of a webhook, whose secret its receiver knows, for anything else.';
