create function share.share_explain(
    link text default null,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}',
    user_id text default null,
    at timestamptz default null
)
returns share.share_decision
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity;
    decision share.share_decision;
    known jsonb;
begin
    perform share.ready();
    who := share.caller_of_session();
    known := share.visit_context(context);
    if user_id is not null or at is not null then
        -- Only who looks after shares may ask on behalf of others and for other times.
        decision := share.decide(link, visit_token, recipient_token, known, who, coalesce(at, statement_timestamp()));
        if decision.share_id is not null or who.kind <> 'service' then
            -- By what was asked for, and not by what it leads to.
            perform share.authorize(decision.account_id, 'editor', 'share', coalesce(left(link, 100), 'of the token'));
        end if;
        who := row('user', user_id, false, null, null, null)::share.caller_identity;
    end if;
    decision := share.decide(link, visit_token, recipient_token, known, who, coalesce(at, statement_timestamp()));
    if not share.reads_account(decision.account_id) then
        decision.account_id := null;
        -- What a refused visitor is told is the first reason, as share_open() tells it.
        if not decision.granted then
            decision := row(false, decision.reason, decision.http_status, array[decision.reason], null, null, null, null, null, null, null, null, null,
                decision.is_bot, decision.address, null, null, null)::share.share_decision;
        end if;
    end if;
    return decision;
end
$$;
comment on function share.share_explain is 'Tells whether a link would open and why not, as share.share_open() would decide, without any effect; also on a standby. Members (editor and up) and operators may ask as another user and for another time, and see every gate that is closed; everyone else the first. A password is not tried: it shows as password_required. Errors: 22023, 42501, PT401, PT404 (user_id or at without the right).';
