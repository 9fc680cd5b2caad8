create function share.origin_place_check(account_id uuid, file_id uuid, file_segment_id uuid, kind text, path text)
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
    -- What a service calls a video by.
    id text := regexp_replace(split_part(path, '/', 1), '[.]m3u8$', '');
    met record;
begin
    if path ~* '^s/[0-9a-f-]{36}[.][0-9]+/' then
        perform share.refuse('22023', 'the path looks like the folder of a share', 'path: ' || path,
            'deliveries with epoch_in_path put such folders before paths');
    end if;
    if path ~ '^attachments/' and (kind = 'stream' or share.path_is_attachment(path)) then
        perform share.refuse('22023', 'the path is where attachments lie', 'path: ' || path, 'a signature there would open them');
    end if;
    if kind = 'stream' and path !~ '/' and path !~ '^[A-Za-z0-9]{20,}[.]m3u8$' then
        perform share.refuse('22023', 'a stream lies in a directory of its own', 'path: ' || path,
            'it is signed by its directory; without one only <id of the video>.m3u8 is taken, for a service that signs by that');
    end if;
    -- Planned for each call: a plan that was made while the table was small would read all of it later.
    -- What another object is opened by, or opens, by its signature; '0' follows '/' in the collation C, so that the range
    -- has all paths that begin with the directory. Other accounts count when they are served from the same place.
    execute 'select o.account_id, o.path
        from (
            select o.* from share.origin o where o.kind = ''stream'' and o.directory collate "C" = any ($4)
            union all
            select o.* from share.origin o where $6 = ''stream'' and o.path collate "C" >= $5 || ''/'' and o.path collate "C" < $5 || ''0''
            union all
            select o.* from share.origin o where ($6 <> ''stream'' or $5 = '''') and o.path collate "C" = $7
            union all
            -- All of the video of another account, where it is signed by its id.
            select o.* from share.origin o
            where o.account_id <> $1 and o.path collate "C" >= $8 and o.path collate "C" < $8 || ''0''
                and regexp_replace(split_part(o.path, ''/'', 1), ''[.]m3u8$'', '''') = $8
                and exists (
                    select from share.delivery mine join share.delivery theirs on theirs.base_url collate "C" = mine.base_url
                    where mine.account_id = $1 and theirs.account_id = o.account_id
                        and (share.scheme_signs_by_id(mine.scheme) or share.scheme_signs_by_id(theirs.scheme))
                )
        ) o
        where (o.account_id = $1
                or exists (
                    select from share.delivery mine join share.delivery theirs on theirs.base_url collate "C" = mine.base_url
                    where mine.account_id = $1 and theirs.account_id = o.account_id
                ))
            and exists (
                select from share.file f where f.account_id = o.account_id and f.file_id = o.file_id and not f.is_deleted
            )
            -- The object that is being replaced.
            and (o.account_id, o.file_id, o.kind, o.file_segment_id) is distinct from ($1, $2, $6, $3)
            and case
                when o.account_id <> $1 then true
                -- A whole file''s stream may hold those of its segments; a poster may lie with the stream.
                when $6 = ''stream'' and o.kind = ''stream'' then not (o.file_id = $2
                    and ($3 is null and starts_with(o.directory, $5 || ''/'') or o.file_segment_id is null and starts_with($5, o.directory || ''/'')))
                when $6 = ''stream'' then o.kind in (''source'', ''proxy'')
                when o.kind = ''stream'' then $6 in (''source'', ''proxy'')
                -- A poster that is the original would hand it out.
                else ($6 in (''thumbnail'', ''custom_thumbnail'')) <> (o.kind in (''thumbnail'', ''custom_thumbnail''))
            end
        limit 1'
    into met
    using account_id, file_id, file_segment_id, above, beneath, kind, path, id;
    if met.path is null then
        -- Previews open what lies at their path: an original must not, nor anything of another account.
        execute 'select p.account_id, p.path
            from (
                select p.* from share.preview p where p.path collate "C" = $4
                union all
                select p.* from share.preview p
                where $3 = ''stream'' and p.account_id <> $1 and p.path collate "C" >= $2 || ''/'' and p.path collate "C" < $2 || ''0''
            ) p
            where case when p.account_id = $1 then $3 <> ''thumbnail''
                else exists (
                    select from share.delivery mine join share.delivery theirs on theirs.base_url collate "C" = mine.base_url
                    where mine.account_id = $1 and theirs.account_id = p.account_id
                ) end
                and exists (select from share.file f where f.account_id = p.account_id and f.file_id = p.file_id and not f.is_deleted)
            limit 1'
        into met
        using account_id, beneath, kind, path;
    end if;
    if met.path is not null then
        perform share.refuse('22023', 'the signature of one object would open another',
            case when met.account_id = account_id then format('path: %s, met: %s', path, met.path) else 'path: ' || path end,
            'give each stream a directory of its own, apart from sources and proxies, and each account paths of its own where they share a base URL');
    end if;
end
$$;
comment on function share.origin_place_check is 'Internal. Refuses with 22023 an object that the signature of another one would open, or whose own would open another: a stream''s signature opens its whole directory. Only a whole file''s stream may hold the streams of its segments.';
