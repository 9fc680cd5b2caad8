create function share.share_unlock(
    link text,
    password text,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns share.unlock_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    known jsonb;
    decision share.share_decision;
    started share.visit_started;
    outcome text;
    result share.unlock_result;
begin
    perform share.ready();
    perform share.require_primary();
    perform share.require_argument('password', password is null);
    known := share.visit_context(context);
    decision := share.decide(link, visit_token, recipient_token, known, share.caller_of_session(), statement_timestamp());
    if decision.share_id is null or decision.closed = '{password_required}' then
        outcome := share.password_attempt(decision.account_id, decision.share_id, password, decision.address);
        if decision.share_id is not null then
            decision.granted := outcome is null;
            decision.reason := outcome;
        end if;
    end if;
    result.granted := decision.granted;
    result.reason := decision.reason;
    result.http_status := share.reason_status(decision.reason);
    if decision.granted then
        started := share.visit_start(decision, known, true, false);
        result.visit_token := started.token;
        result.visit_expires_at := started.expires_at;
        perform share.event_add(decision.account_id, decision.share_id, 'share.unlocked', '{}', recipient_id => decision.recipient_id,
            visit_id => started.visit_id, address => decision.address, is_bot => decision.is_bot);
    else
        perform share.visit_refuse(decision);
        if decision.reason = 'locked' then
            result.retry_after := share.password_locked_until(decision.account_id, decision.share_id, decision.address);
        end if;
    end if;
    return result;
end
$$;
comment on function share.share_unlock is 'Gives the visit token for a right password, so that a player, a comment form and a download need it once. Opens and counts nothing: share.share_open() with the token does. Wrong tries lock, see share.share_lock_list(). Errors: as share.share_open.';
