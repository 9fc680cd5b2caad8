create function share.origin_place_check(account_id uuid, file_id uuid, kind text, path text)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    beneath text := regexp_replace(path, '/?[^/]*$', '');
    -- 'a/b/c.ts' lies under 'a' and 'a/b'.
    above text[] := array(
        select array_to_string(p.parts[1:n], '/')
        from (select string_to_array(path, '/') as parts) p, generate_series(1, cardinality(p.parts) - 1) n
    );
    met text;
begin
    if kind in ('source', 'proxy') then
        select o.path into met
        from share.origin o
        cross join lateral (select from share.file r where r.account_id = o.account_id and r.file_id = o.file_id and not r.is_deleted limit 1) f
        where o.account_id = origin_place_check.account_id and o.kind = 'stream' and o.directory = any (above)
        limit 1;
    elsif kind = 'stream' then
        -- '0' follows '/' in the collation C: all paths that begin with the directory.
        select o.path into met
        from share.origin o
        cross join lateral (select from share.file r where r.account_id = o.account_id and r.file_id = o.file_id and not r.is_deleted limit 1) f
        where o.account_id = origin_place_check.account_id and o.kind in ('source', 'proxy')
            and o.path collate "C" >= beneath || '/' and o.path collate "C" < beneath || '0'
        limit 1;
        if met is null then
            select o.path into met
            from share.origin o
            cross join lateral (select from share.file r where r.account_id = o.account_id and r.file_id = o.file_id and not r.is_deleted limit 1) f
            where o.account_id = origin_place_check.account_id and o.kind = 'stream' and o.file_id <> origin_place_check.file_id
                and (o.directory = any (above)
                    or o.directory collate "C" >= beneath || '/' and o.directory collate "C" < beneath || '0')
            limit 1;
        end if;
    end if;
    if met is not null then
        perform share.refuse('22023', 'a stream is signed by its directory, which would open another object',
            format('path: %s, met: %s', path, met), 'give each stream a directory of its own, apart from sources and proxies');
    end if;
end
$$;
comment on function share.origin_place_check is 'Internal. Refuses with 22023 a source or proxy under the directory of a stream, a stream above one, and a stream in, above or under the directory of another file''s stream: a stream''s signature opens its whole directory.';
