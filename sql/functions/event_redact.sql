create function share.event_redact(recipient_id uuid, account_id uuid default null)
returns bigint
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    redacted bigint;
begin
    perform share.ready();
    perform share.require_argument('recipient_id', recipient_id is null);
    account := share.account_of_call(account_id);
    perform share.require_argument('account_id', account is null);
    perform share.authorize(account, 'admin', 'account', account::text);
    if not exists (
        select from share.event e where e.account_id = account and e.recipient_id = event_redact.recipient_id
    ) then
        perform share.refuse('PT404', 'recipient not found', 'id: ' || recipient_id);
    end if;
    update share.event e
    set address = null,
        -- The service and its keys are no persons.
        actor = case when e.actor_kind in ('service', 'api_key') then e.actor end,
        detail = share.event_detail_redacted(e.detail)
    where e.account_id = account and e.recipient_id = event_redact.recipient_id
        -- Who carried out an earlier request stays known.
        and e.kind <> 'recipient.redacted'
        and (
            e.address is not null
            or e.actor is not null and e.actor_kind not in ('service', 'api_key')
            or e.detail <> share.event_detail_redacted(e.detail)
        );
    get diagnostics redacted = row_count;
    update share.visit v
    set email = null, user_id = null
    from share.recipient r
    where r.account_id = account and r.recipient_id = event_redact.recipient_id
        and v.account_id = account and v.share_id = r.share_id and v.recipient_id = r.recipient_id
        and (v.email is not null or v.user_id is not null);
    delete from share.access_request q where q.account_id = account and q.recipient_id = event_redact.recipient_id;
    perform share.event_add(account, null, 'recipient.redacted', jsonb_build_object('events', redacted), recipient_id);
    return redacted;
end
$$;
comment on function share.event_redact is 'Takes from the events of a recipient what may tell who that is: addresses, user ids, mail addresses, names, user agents; what happened and when stays. The recipient''s visits lose user and mail address, and the request that led to the recipient goes. For requests of erasure. Returns how many events it changed; harmless to repeat. For admins and owners of the account. Errors: 22023, 42501, PT401, PT404 when no event names the recipient.';
