create function share.event_add(
    account_id uuid,
    share_id uuid,
    kind text,
    detail jsonb default '{}',
    recipient_id uuid default null,
    visit_id uuid default null,
    reason text default null,
    address inet default null,
    is_bot boolean default false
)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Whoever comes here was let in, or refused, by share.caller().
    who share.caller_identity := share.caller_of_session();
    account uuid := coalesce(account_id, '00000000-0000-0000-0000-000000000000');
    made uuid := share.new_id();
    -- Takes what a function without a result gives: perform starts a query, which costs ten times as much.
    nothing text;
    is_heard boolean;
begin
    insert into share.event (account_id, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot)
    values (
        account, made, share_id, kind, who.kind, who.name,
        jsonb_strip_nulls(detail), recipient_id, visit_id, reason,
        -- Without an address there is nothing to ask the policy about.
        case when address is not null then share.event_address(account_id, address) end,
        coalesce(is_bot, false)
    )
    -- Asked in the same statement: most accounts have none, and a statement costs more than a look into an index.
    returning exists (select from share.webhook w where w.account_id = account and w.disabled_at is null) into is_heard;
    nothing := share.event_announce();
    if is_heard then
        perform share.webhook_enqueue(account, made, kind, statement_timestamp(), share_id, jsonb_strip_nulls(detail), recipient_id, visit_id, reason);
    end if;
end
$$;
comment on function share.event_add is 'Internal. Writes an event of the caller in the transaction of what it records, and a job for each webhook that wants it; the address is kept as the account''s policy says.';
