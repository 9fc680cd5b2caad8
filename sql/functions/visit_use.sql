create function share.visit_use(kind text, visit_token text, file_id uuid, file_segment_id uuid, context jsonb)
returns share.visit_grant
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    known jsonb := share.visit_context(context);
    decision share.share_decision;
    result share.visit_grant;
    item share.opened_item;
    used boolean;
begin
    perform share.require_primary();
    decision := share.decide(null, coalesce(visit_token, ''), null, known, share.caller_of_session(), moment);
    if decision.granted and share.cap_hold(decision.account_id, decision.share_id, kind) then
        moment := clock_timestamp();
        decision := share.decide(null, coalesce(visit_token, ''), null, known, share.caller_of_session(), moment);
    end if;
    if decision.granted then
        decision.reason := case when not decision.counted then 'visit_required'
            when not case kind when 'plays' then 'view' else 'download' end = any (decision.permissions) then 'permission_missing' end;
    end if;
    if decision.reason is null then
        select i.* into item
        from share.visit_items(decision, moment, array[case kind when 'plays' then 'stream' else 'download' end]) i
        where visit_use.file_id is null and i.ordinal = 0
            or i.file_id = visit_use.file_id and i.file_segment_id is not distinct from visit_use.file_segment_id
        order by i.ordinal
        limit 1;
        if not found then
            decision.reason := 'not_found';
        end if;
    end if;
    if decision.reason is null then
        -- Taken by the row of the visit, so that two at once count once.
        select case kind when 'plays' then v.played_at else v.downloaded_at end is not null into used
        from share.visit v
        where v.account_id = decision.account_id and v.visit_id = decision.visit_id
        for no key update;
        if not used and not share.cap_take(decision.account_id, decision.share_id, kind) then
            decision.reason := kind || '_exhausted';
        end if;
    end if;
    result.granted := decision.reason is null;
    result.reason := decision.reason;
    result.http_status := share.reason_status(decision.reason);
    if not result.granted then
        perform share.visit_refuse(decision);
        return result;
    end if;
    if not used then
        update share.visit v
        set played_at = case kind when 'plays' then moment else v.played_at end,
            downloaded_at = case kind when 'downloads' then moment else v.downloaded_at end
        where v.account_id = decision.account_id and v.visit_id = decision.visit_id;
        perform share.event_add(decision.account_id, decision.share_id, case kind when 'plays' then 'share.played' else 'share.downloaded' end,
            jsonb_build_object('file_id', item.file_id, 'file_segment_id', item.file_segment_id),
            recipient_id => decision.recipient_id, visit_id => decision.visit_id, address => decision.address, is_bot => decision.is_bot);
    end if;
    result.url := case kind when 'plays' then item.stream_url else item.media_download_url end;
    result.cookie := case kind when 'plays' then item.stream_cookie end;
    result.expires_at := item.expires_at;
    return result;
end
$$;
comment on function share.visit_use is 'Internal. Counts one use of a visit, plays or downloads, and signs the URL of one item.';
