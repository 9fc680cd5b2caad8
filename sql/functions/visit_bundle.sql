create function share.visit_bundle(decision share.share_decision, started share.visit_started, at timestamptz)
returns share.share_bundle
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.share_bundle;
begin
    select s.title, s.description, case when 'metadata_view' = any (decision.permissions) then s.metadata end, s.watermark
    into result.title, result.description, result.metadata, result.watermark
    from share.share s
    where s.account_id = decision.account_id and s.share_id = decision.share_id;
    result.granted := true;
    result.http_status := 200;
    result.share_id := decision.share_id;
    result.visibility := decision.visibility;
    result.permissions := decision.permissions;
    result.visit_token := started.token;
    result.visit_expires_at := started.expires_at;
    select array_agg(i order by i.ordinal), min(i.expires_at) into result.items, result.expires_at
    from share.visit_items(decision, at, share.uncapped_actions(decision.account_id, decision.share_id, '{preview,stream,download}')) i;
    -- Early enough that a player which is asked late still has a fifth of the time.
    result.refresh_after := at + (least(result.expires_at, started.expires_at) - at) * 0.8;
    return result;
end
$$;
comment on function share.visit_bundle is 'Internal. Everything behind an opened link.';
