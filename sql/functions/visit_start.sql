create function share.visit_start(decision share.share_decision, context jsonb, unlocked boolean, opened boolean)
returns share.visit_started
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    started share.visit_started;
begin
    started.expires_at := least(moment + current_setting('pg_share.visit_ttl')::interval, decision.ends_at);
    if decision.visit_id is null then
        started.visit_id := share.new_id();
        insert into share.visit (account_id, visit_id, share_id, recipient_id, user_id, unlocked, terms_version, opened_at, expires_at, is_bot, rotation)
        values (decision.account_id, started.visit_id, decision.share_id, decision.recipient_id, decision.user_id, visit_start.unlocked,
            context ->> 'terms_version', case when opened then moment end, started.expires_at, decision.is_bot, decision.rotation);
    else
        started.visit_id := decision.visit_id;
        update share.visit v
        set unlocked = v.unlocked or visit_start.unlocked, terms_version = coalesce(context ->> 'terms_version', v.terms_version),
            opened_at = coalesce(v.opened_at, case when opened then moment end), expires_at = greatest(v.expires_at, started.expires_at),
            recipient_id = coalesce(v.recipient_id, decision.recipient_id), user_id = coalesce(decision.user_id, v.user_id)
        where v.account_id = decision.account_id and v.visit_id = decision.visit_id
        returning v.expires_at into started.expires_at;
    end if;
    started.token := share.token_issue(share.token_key(), 'visit', started.visit_id, started.expires_at);
    return started;
end
$$;
comment on function share.visit_start is 'Internal. Begins a visit, or goes on with the one that was named, and gives its token.';
