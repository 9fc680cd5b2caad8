create function share.webhook_enqueue(
    account_id uuid,
    event_id uuid,
    kind text,
    at timestamptz,
    share_id uuid default null,
    detail jsonb default '{}',
    recipient_id uuid default null,
    visit_id uuid default null,
    reason text default null
)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.job_add(w.account_id, 'webhook', jsonb_build_object('webhook_id', w.webhook_id, 'event', jsonb_strip_nulls(jsonb_build_object(
            'id', event_id, 'kind', kind, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'account_id', nullif(w.account_id, '00000000-0000-0000-0000-000000000000'), 'share_id', share_id,
            'recipient_id', recipient_id, 'visit_id', visit_id, 'reason', reason,
            -- What happened must not fail because it is too much to tell.
            'detail', case when octet_length(detail::text) > 49152 then '{"left_out": "too large"}' else coalesce(detail, '{}') end))),
        webhook_enqueue.share_id)
    from share.webhook w
    where w.account_id = webhook_enqueue.account_id and w.disabled_at is null
        and w.kinds && array[webhook_enqueue.kind, split_part(webhook_enqueue.kind, '.', 1) || '.*', '*'];
end
$$;
comment on function share.webhook_enqueue is 'Internal. Adds a job for each webhook of the account that wants events of this kind, in the transaction of the event.';
