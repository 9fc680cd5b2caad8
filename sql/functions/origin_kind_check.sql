create function share.origin_kind_check(account_id uuid, file_id uuid, file_segment_id uuid, kind text)
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if kind not in ('source', 'proxy', 'stream', 'thumbnail') then
        perform share.refuse('22023', 'no such kind of origin', 'kind: ' || left(kind, 100), 'accepted: source, proxy, stream, thumbnail');
    elsif file_segment_id is not null and not exists (
        select from share.segment g
        where g.account_id = origin_kind_check.account_id and g.file_id = origin_kind_check.file_id
            and g.file_segment_id = origin_kind_check.file_segment_id and not g.is_deleted
    ) then
        perform share.authorize(null, 'editor', 'segment', file_segment_id::text);
    end if;
end
$$;
comment on function share.origin_kind_check is 'Internal. Refuses with 22023 a kind of origin that does not exist, and with PT404 a segment that is not the file''s.';
