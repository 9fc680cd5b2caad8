create function share.visit_refuse(decision share.share_decision)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('response.status', share.reason_status(decision.reason)::text, true);
    if decision.share_id is not null then
        perform share.event_add(decision.account_id, decision.share_id, 'share.refused', '{}', recipient_id => decision.recipient_id,
            visit_id => decision.visit_id, reason => decision.reason, address => decision.address, is_bot => decision.is_bot);
    end if;
end
$$;
comment on function share.visit_refuse is 'Internal. Writes down that a link did not open, and sets the HTTP status of the answer. Raises nothing: that would take back what was counted.';
