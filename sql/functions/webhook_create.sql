create function share.webhook_create(account_id uuid, url text, kinds text[])
returns share.webhook_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    made uuid := share.new_id();
    key record;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.webhook_url_check(url);
    perform share.webhook_kinds_check(kinds);
    perform share.authorize(account_id, 'admin', 'account', account_id::text);
    -- Each is asked about each event; two at once are counted one after the other.
    perform from share.account a where a.account_id = webhook_create.account_id for no key update;
    if (select count(*) from share.webhook w where w.account_id = webhook_create.account_id) >= 20 then
        perform share.refuse('23514', 'the account has too many webhooks', 'account_id: ' || account_id, 'at most 20; one webhook can have many kinds', 'webhook_number_check', 'webhook');
    end if;
    select k.kid, k.secret into key from share.webhook_key_insert(account_id) k;
    insert into share.webhook (account_id, webhook_id, url, kinds, kid)
    values (webhook_create.account_id, made, webhook_create.url, webhook_create.kinds, key.kid);
    perform share.event_add(account_id, null, 'webhook.created', jsonb_build_object('webhook_id', made, 'kinds', kinds, 'kid', key.kid));
    return row(made, nullif(account_id, '00000000-0000-0000-0000-000000000000'), url, kinds, key.secret, null)::share.webhook_result;
end
$$;
comment on function share.webhook_create is 'Has a URL told of an account''s events of these kinds: share.created, all of a noun as share.*, or * for all. Requests are signed as in Standard Webhooks with a secret that is made here and comes back only now. At most 20 in an account. Whether a URL leads inside the worker''s own network is the worker''s to check. For admins and owners. Errors: 22023, 23514 (webhook_number_check), 42501, PT401, PT404, PT413.';
