create function share.share_email_prove(
    link text,
    email text,
    code text,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns share.unlock_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan a code.
set plan_cache_mode = force_generic_plan
as $$
declare
    moment timestamptz := statement_timestamp();
    wanted text;
    known jsonb;
    decision share.share_decision;
    asked record;
    hash bytea;
    started share.visit_started;
    result share.unlock_result;
begin
    perform share.ready();
    perform share.require_primary();
    perform share.require_argument('email', email is null);
    perform share.require_argument('code', code is null);
    perform share.require_gateway('a code is taken from applications and gateways only');
    wanted := share.email_normal(email);
    known := share.visit_context(context);
    decision := share.decide(link, visit_token, recipient_token, known, share.caller_of_session(), moment);
    select p.closed, p.provable, p.recipient_id into asked from share.email_provable(decision, wanted) p;
    decision.granted := false;
    decision.reason := coalesce(asked.closed[1], 'wrong_code');
    if asked.closed is null then
        -- The try is taken before it is looked at.
        update share.email_code c set tries = c.tries + 1
        where c.account_id = decision.account_id and c.share_id = decision.share_id and c.email = wanted
            and c.expires_at > moment and c.tries < 5
        returning c.code_hash into hash;
        decision.granted := share.secret_matches(left(code, 100), hash) and asked.provable;
    end if;
    if not decision.granted then
        perform share.visit_refuse(decision);
        result.granted := false;
        result.reason := decision.reason;
        result.http_status := share.reason_status(decision.reason);
        return result;
    end if;
    update share.email_code c set code_hash = null
    where c.account_id = decision.account_id and c.share_id = decision.share_id and c.email = wanted;
    decision.ends_at := least(decision.ends_at, (
        select r.expires_at from share.recipient r where r.account_id = decision.account_id and r.recipient_id = asked.recipient_id
    ));
    decision.recipient_id := asked.recipient_id;
    started := share.visit_start(decision, known, false, false);
    update share.visit v set email = wanted where v.account_id = decision.account_id and v.visit_id = started.visit_id;
    perform share.event_add(decision.account_id, decision.share_id, 'email_code.proved', recipient_id => asked.recipient_id,
        visit_id => started.visit_id, address => decision.address, is_bot => decision.is_bot);
    perform set_config('response.status', '200', true);
    result.granted := true;
    result.http_status := 200;
    result.visit_token := started.token;
    result.visit_expires_at := started.expires_at;
    return result;
end
$$;
comment on function share.share_email_prove is 'Gives the visit token for the code that share.share_email_code_request() has sent to a mail address. Opens and counts nothing: share.share_open() with the token does, and asks for the password and the terms if there are any. Who proves the address of a recipient is that recipient. A code serves once, and dies of five wrong tries. Never raises for a refusal: wrong_code, or the gate that is closed. Errors: as share.share_unlock.';
