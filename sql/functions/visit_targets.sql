create function share.visit_targets(account_id uuid, share_id uuid, file_id uuid)
returns table (file_segment_id uuid, start_time numeric, end_time numeric)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select t.file_segment_id, coalesce(g.start_time, 0), g.end_time
    from (
        select s.file_segment_id
        from share.share s
        where s.account_id = visit_targets.account_id and s.share_id = visit_targets.share_id
            and case when s.follow_stack then share.stack_top(s.account_id, s.file_id) else s.file_id end = visit_targets.file_id
        union all
        select i.file_segment_id
        from share.item i
        where i.account_id = visit_targets.account_id and i.share_id = visit_targets.share_id and i.file_id = visit_targets.file_id
        union all
        select null
        from share.item i
        join share.file f on f.account_id = i.account_id and f.drive_id = i.drive_id and f.file_id = visit_targets.file_id
            and not f.is_deleted and f.media_type in ('video', 'audio') and starts_with(f.path, i.folder)
        where i.account_id = visit_targets.account_id and i.share_id = visit_targets.share_id and i.folder is not null
    ) t
    left join share.segment g on g.account_id = visit_targets.account_id and g.file_segment_id = t.file_segment_id;
end
$$;
comment on function share.visit_targets is 'Internal. As what a share shows a file: as a whole (without a segment, from 0 to no end) or as segments; no row where it shows nothing of it.';
