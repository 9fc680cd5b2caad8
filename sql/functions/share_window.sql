create function share.share_window(account_id uuid, id uuid, out starts numeric, out ends numeric)
returns record
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    select coalesce(g.start_time, 0), coalesce(g.end_time, f.duration_limit) into starts, ends
    from share.share s
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    left join share.segment g on g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
    where s.account_id = share_window.account_id and s.share_id = share_window.id;
end
$$;
comment on function share.share_window is 'Internal. What a share shows, in seconds of the file: its segment, or the whole file to infinity while its length is unknown.';
