create function share.playlist_describe(account_id uuid, file_id uuid, paths text[])
returns setof share.playlist_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select p.account_id, p.file_id, p.path, p.kind, p.duration, p.segments, octet_length(p.body)::bigint,
        array(
            select c.path
            from unnest(p.children) c(path)
            where not exists (
                select from share.playlist o where o.account_id = p.account_id and o.file_id = p.file_id and o.path = c.path
            )
        ),
        p.created_at, p.updated_at
    from unnest(paths) with ordinality t(path, ordinality)
    cross join lateral (
        select r.* from share.playlist r
        where r.account_id = playlist_describe.account_id and r.file_id = playlist_describe.file_id and r.path = t.path
        limit 1
    ) p
    order by t.ordinality;
end
$$;
comment on function share.playlist_describe is 'Internal. The playlists of a file at these paths, in their order.';
