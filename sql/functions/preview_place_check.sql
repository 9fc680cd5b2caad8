create function share.preview_place_check(account_id uuid, paths text[])
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    neighbours uuid[] := array(
        select distinct theirs.account_id
        from share.delivery mine
        join share.delivery theirs on theirs.base_url collate "C" = mine.base_url
        where mine.account_id = preview_place_check.account_id and theirs.account_id <> mine.account_id
    );
    met text;
begin
    select p.path into met from unnest(paths) p(path) where share.path_is_attachment(p.path) limit 1;
    if met is not null then
        perform share.refuse('22023', 'the path is where attachments lie', 'path: ' || met, 'a signature there would open them');
    end if;
    -- Planned for each call: a plan that was made while the tables were small would read all of them later.
    execute 'with w as (
            select p.path, regexp_replace(split_part(p.path, ''/'', 1), ''[.]m3u8$'', '''') as id from unnest($2) p(path)
        ),
        met as (
            -- The original, or a playlist: what is given out as a preview is no longer guarded.
            select w.path, o.account_id, o.file_id
            from w join share.origin o on o.path collate "C" = w.path and o.account_id = $1 and o.kind <> ''thumbnail''
            -- Nothing of others who are served from the same place.
            union all
            select w.path, o.account_id, o.file_id
            from w join share.origin o on o.path collate "C" = w.path and o.account_id = any ($3)
            union all
            select w.path, p.account_id, p.file_id
            from w join share.preview p on p.path collate "C" = w.path and p.account_id = any ($3)
            union all
            select w.path, o.account_id, o.file_id
            from w
            cross join lateral generate_series(1, cardinality(string_to_array(w.path, ''/'')) - 1) n
            join share.origin o on o.kind = ''stream'' and o.account_id = any ($3)
                and o.directory collate "C" = array_to_string((string_to_array(w.path, ''/''))[1:n], ''/'')
            union all
            -- All of a video, where it is signed by its id.
            select w.path, o.account_id, o.file_id
            from w
            join share.origin o on o.path collate "C" >= w.id and o.path collate "C" < w.id || ''0'' and o.account_id = any ($3)
                and regexp_replace(split_part(o.path, ''/'', 1), ''[.]m3u8$'', '''') = w.id
            where exists (
                select from share.delivery d where d.account_id in ($1, o.account_id) and share.scheme_signs_by_id(d.scheme)
            )
        )
        select m.path
        from met m
        join share.file f on f.account_id = m.account_id and f.file_id = m.file_id and not f.is_deleted
        limit 1'
    into met
    using account_id, paths, neighbours;
    if met is not null then
        perform share.refuse('22023', 'the signature of one object would open another', 'path: ' || met,
            'give previews paths of their own, apart from sources, proxies and playlists, and each account paths of its own where they share a base URL');
    end if;
end
$$;
comment on function share.preview_place_check is 'Internal. Refuses with 22023 previews whose signature would open another object: an original, or anything of another account that is served from the same place.';
