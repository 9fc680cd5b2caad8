create function share.share_end_all(account_id uuid, file_id uuid, file_segment_id uuid)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    ids uuid[] := array(
        select s.share_id
        from share.share s
        where s.account_id = share_end_all.account_id and s.file_id = share_end_all.file_id and not s.is_deleted
            and (share_end_all.file_segment_id is null or s.file_segment_id = share_end_all.file_segment_id)
        order by s.share_id
        for no key update
    );
begin
    perform share.share_change('delete', array_fill(account_id, array[cardinality(ids)]), ids,
        case when file_segment_id is null then 'the file was deleted' else 'the segment was deleted' end);
    delete from share.item i
    where i.account_id = share_end_all.account_id and i.file_id = share_end_all.file_id
        and (share_end_all.file_segment_id is null or i.file_segment_id = share_end_all.file_segment_id);
end
$$;
comment on function share.share_end_all is 'Internal. Deletes the shares of a file, or of one of its segments, and takes it out of the others.';
