create function share.share_end_all(account_id uuid, file_id uuid, file_segment_id uuid)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    ended uuid;
begin
    for ended in
        update share.share s
        set deleted_at = statement_timestamp(), ended_at = coalesce(s.ended_at, statement_timestamp()),
            epoch = s.epoch + 1, updated_at = statement_timestamp()
        where s.account_id = share_end_all.account_id and s.file_id = share_end_all.file_id and not s.is_deleted
            and (share_end_all.file_segment_id is null or s.file_segment_id = share_end_all.file_segment_id)
        returning s.share_id
    loop
        perform share.event_add(account_id, ended, 'share.deleted', jsonb_build_object('file_id', file_id, 'file_segment_id', file_segment_id));
    end loop;
end
$$;
comment on function share.share_end_all is 'Internal. Deletes the shares of a file, or of one of its segments.';
