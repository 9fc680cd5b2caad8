create function share.share_items_public(
    link text default null,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns setof share.opened_item
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    decision share.share_decision;
begin
    perform share.ready();
    decision := share.decide(link, visit_token, recipient_token, share.visit_context(context), share.caller_of_session(), statement_timestamp());
    if decision.granted and not coalesce(decision.counted, false) and exists (
        select from share.cap c where c.account_id = decision.account_id and c.share_id = decision.share_id
    ) then
        decision.granted := false;
        decision.reason := 'visit_required';
    end if;
    if not decision.granted then
        if not share.is_parallel() then
            perform set_config('response.status', share.reason_status(decision.reason)::text, true);
        end if;
        return;
    end if;
    return query select i.* from share.visit_items(decision, statement_timestamp(),
        share.uncapped_actions(decision.account_id, decision.share_id, '{preview,download}')) i;
end
$$;
comment on function share.share_items_public is 'Lists what a share shows, in order, folders by depth then name, with previews and, if the share permits it, downloads; no streams. Counts nothing, so capped shares need the visit token. No rows, and response.status set (not in a parallel plan), when the link does not open: share.share_explain() says why. Errors: 22023.';
