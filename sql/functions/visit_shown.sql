create function share.visit_shown(decision share.share_decision, file_id uuid)
returns nummultirange
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select range_agg(case when t.file_segment_id is null then numrange(0, null) else numrange(g.start_time, g.end_time) end)
        from (
            select s.file_segment_id
            from share.share s
            where s.account_id = decision.account_id and s.share_id = decision.share_id and s.file_id = visit_shown.file_id
            union all
            select i.file_segment_id
            from share.item i
            where i.account_id = decision.account_id and i.share_id = decision.share_id and i.file_id = visit_shown.file_id
            union all
            select null
            from share.item i
            join share.file f on f.account_id = i.account_id and f.drive_id = i.drive_id and f.file_id = visit_shown.file_id
                and not f.is_deleted and f.media_type in ('video', 'audio') and starts_with(f.path, i.folder)
            where i.account_id = decision.account_id and i.share_id = decision.share_id and i.folder is not null
        ) t
        left join share.segment g on g.account_id = decision.account_id and g.file_segment_id = t.file_segment_id
    );
end
$$;
comment on function share.visit_shown is 'Internal. What of a file a share shows, in seconds from its start: all of it, its segments, or null where it shows nothing of it.';
