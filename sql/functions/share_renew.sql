create function share.share_renew(
    visit_token text,
    context jsonb default '{}'
)
returns share.share_bundle
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    known jsonb;
    decision share.share_decision;
    result share.share_bundle;
begin
    perform share.ready();
    perform share.require_primary();
    known := share.visit_context(context);
    decision := share.decide(null, coalesce(visit_token, ''), null, known, share.caller_of_session(), statement_timestamp());
    if decision.granted and not decision.counted then
        decision.granted := false;
        decision.reason := 'visit_required';
    end if;
    if not decision.granted then
        perform share.visit_refuse(decision);
        result.granted := false;
        result.reason := decision.reason;
        result.http_status := share.reason_status(decision.reason);
        return result;
    end if;
    return share.visit_bundle(decision, share.visit_start(decision, known, false, false), statement_timestamp());
end
$$;
comment on function share.share_renew is 'Returns the bundle of share.share_open() with new URLs and a longer visit, without counting anything; every gate is asked again. Errors: 22023, 25006.';
