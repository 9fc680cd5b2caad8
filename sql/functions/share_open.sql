create function share.share_open(
    link text,
    password text default null,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns share.share_bundle
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    moment timestamptz := statement_timestamp();
    known jsonb;
    decision share.share_decision;
    result share.share_bundle;
    outcome text;
    unlocked boolean := false;
begin
    perform share.ready();
    perform share.require_primary();
    known := share.visit_context(context);
    decision := share.decide(link, visit_token, recipient_token, known, share.caller_of_session(), moment);
    -- Where the wait for the other openings of a capped share may be long, what happened meanwhile counts.
    if not coalesce(decision.counted, false) and (decision.granted or password is not null and decision.closed = '{password_required}')
        and share.cap_hold(decision.account_id, decision.share_id, 'opens')
    then
        moment := clock_timestamp();
        decision := share.decide(link, visit_token, recipient_token, known, share.caller_of_session(), moment);
    end if;
    if password is not null and (decision.share_id is null or decision.closed = '{password_required}') then
        outcome := share.password_attempt(decision.account_id, decision.share_id, password, decision.address);
        unlocked := outcome is null;
        if decision.share_id is not null then
            decision.granted := unlocked;
            decision.reason := outcome;
        end if;
    end if;
    if decision.granted and not coalesce(decision.counted, false) and not share.cap_take(decision.account_id, decision.share_id, 'opens') then
        decision.granted := false;
        decision.reason := 'exhausted';
    end if;
    if not decision.granted then
        perform share.visit_refuse(decision);
        result.granted := false;
        result.reason := decision.reason;
        result.http_status := share.reason_status(decision.reason);
        if decision.reason = 'terms_required' then
            select s.terms, s.terms_version into result.terms, result.terms_version
            from share.share s where s.account_id = decision.account_id and s.share_id = decision.share_id;
        elsif decision.reason = 'locked' then
            result.retry_after := share.password_locked_until(decision.account_id, decision.share_id, decision.address);
        end if;
        return result;
    end if;
    if not coalesce(decision.counted, false) then
        perform share.event_add(decision.account_id, decision.share_id, 'share.opened', jsonb_build_object('user_id', decision.user_id),
            recipient_id => decision.recipient_id, visit_id => decision.visit_id, address => decision.address, is_bot => decision.is_bot);
    end if;
    return share.visit_bundle(decision, share.visit_start(decision, known, unlocked, true), moment);
end
$$;
comment on function share.share_open is 'Opens a link (an id or a slug; or null with a token that names the share) and returns everything behind it: items, signed URLs, one expiry, when to ask share.share_renew(), and the visit token that every further call of this visit takes. Counts one opening for each visit. Never raises for a refusal: granted is false, reason says why, response.status is set for an HTTP gateway. context: address, referrer, embed_domain, country, user_agent, terms_version; behind an HTTP gateway all but the last are taken from request.headers. Errors: 22023, 25006 (standby or read-only), 42501 (a password or a cap, and the caller is neither an application nor a gateway).';
