create function share.job_webhook_request(id uuid, worker text, account_id uuid default null)
returns setof share.webhook_request
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    job record;
    hook record;
    seconds text := floor(extract(epoch from statement_timestamp()))::bigint::text;
    body text;
    signature text;
begin
    perform share.ready();
    perform share.authorize_worker();
    account := share.job_held(id, worker, account_id);
    select j.kind, j.payload into job from share.job j where j.account_id = account and j.job_id = job_webhook_request.id;
    if job.kind <> 'webhook' then
        perform share.refuse('22023', 'the job is not for a webhook', 'kind: ' || job.kind, 'claim jobs of kind webhook');
    end if;
    select w.url, w.kid, w.previous_kid into hook
    from share.webhook w
    where w.account_id = account and w.webhook_id = (job.payload ->> 'webhook_id')::uuid and w.disabled_at is null;
    if not found then
        perform share.job_done(id, worker, '{"skipped": "the webhook is deleted or disabled"}', account);
        return;
    end if;
    body := jsonb_build_object('type', job.payload #> '{event,kind}', 'timestamp', job.payload #> '{event,at}', 'data', job.payload -> 'event')::text;
    -- Standard Webhooks: each signature is HMAC-SHA256 of id, time and body, in base64; a receiver takes any that fits.
    select string_agg('v1,' || translate(s.signature, '-_', '+/') || '=', ' ' order by s.ordinality) into signature
    from (
        select k.ordinality, share.sign_message(k.kid, convert_to(concat_ws('.', job.payload #>> '{event,id}', seconds, body), 'UTF8')) as signature
        from unnest(array[hook.kid, hook.previous_kid]) with ordinality k(kid, ordinality)
        where k.kid is not null
    ) s
    where s.signature is not null;
    if signature is null then
        perform share.refuse('55000', 'the webhook has no key that counts', format('webhook_id: %s, kid: %s', job.payload ->> 'webhook_id', hook.kid),
            'share.webhook_rotate() gives it a new one');
    end if;
    return next row(hook.url, jsonb_build_object('Content-Type', 'application/json', 'Webhook-Id', job.payload #>> '{event,id}', 'Webhook-Timestamp', seconds,
        'Webhook-Signature', signature), body)::share.webhook_request;
end
$$;
comment on function share.job_webhook_request is 'The request of a webhook job that the worker has: URL, headers and body, signed now as Standard Webhooks (www.standardwebhooks.com) has it, so that the worker needs no secret. Send it within minutes. No row when the webhook is deleted or disabled by now: then the job is done. For workers. Errors: 22023, 25006, 42501, 55000 (key revoked), PT404, PT410 (the lease is over).';
