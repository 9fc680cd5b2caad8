create function share.file_describe(account_ids uuid[], ids uuid[])
returns setof share.file_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select f.file_id, f.account_id, f.drive_id, f.external_id, f.path, f.filename, f.media_type, f.mime_type, f.bytes,
        f.duration_seconds, f.status, f.metadata, f.stream_delivery, f.download_delivery, f.preview_delivery, f.created_at, f.updated_at
    from unnest(account_ids, ids) with ordinality t(account_id, id, ordinality)
    cross join lateral (select r.* from share.file r where r.account_id = t.account_id and r.file_id = t.id limit 1) f
    order by t.ordinality;
end
$$;
comment on function share.file_describe is 'Internal. The files of these accounts and ids, in their order.';
