create function share.visit_shown(decision share.share_decision, file_id uuid)
returns nummultirange
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select range_agg(numrange(t.start_time, t.end_time))
        from share.visit_targets(decision.account_id, decision.share_id, visit_shown.file_id) t
    );
end
$$;
comment on function share.visit_shown is 'Internal. What of a file a share shows, in seconds from its start: all of it, its segments, or null where it shows nothing of it.';
