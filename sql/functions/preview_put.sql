create function share.preview_put(
    file_id uuid,
    previews jsonb,
    replace boolean default false,
    drive_id uuid default null,
    account_id uuid default null
)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    paths text[];
    kinds text[];
    ambiguous text;
    late numeric;
    is_double boolean;
    written integer;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    perform share.require_argument('replace', replace is null);
    perform share.entries_check('previews', previews, '{kind,at_seconds,path,width,height,region_x,region_y,region_width,region_height}', 10000);
    select array_agg(distinct p.path), array_agg(distinct coalesce(p.kind, 'storyboard')), max(p.at_seconds),
        min(p.path) filter (where share.path_is_ambiguous(p.path)),
        count(*) <> count(distinct (coalesce(p.kind, 'storyboard'), p.at_seconds))
    into paths, kinds, late, ambiguous, is_double
    from jsonb_to_recordset(previews) p(kind text, at_seconds numeric, path text);
    perform share.require_argument('path', array_position(paths, null) is not null);
    if is_double then
        perform share.refuse('22023', 'two previews are of one kind and second', '', 'give each a kind and an at_seconds of its own');
    elsif late > (select f.duration_limit from share.file f where f.account_id = access.account_id and f.file_id = access.file_id) then
        perform share.refuse('22023', 'a preview lies behind the end of its file', 'at_seconds: ' || late);
    end if;
    -- In the order of their numbers, as share.origin_put() takes one of them: what is checked here stands until the commit.
    perform pg_advisory_xact_lock(l.number)
    from (
        select distinct hashtextextended(access.account_id::text, 0) + abs(hashtext(split_part(p, '/', 1))) % 64 as number
        from unnest(paths) p
        order by 1
    ) l;
    perform share.preview_place_check(access.account_id, paths);
    if ambiguous is not null then
        perform share.origin_digit_check(access.account_id, ambiguous);
    end if;
    if replace then
        delete from share.preview p
        where p.account_id = access.account_id and p.file_id = access.file_id and p.kind = any (kinds);
    end if;
    insert into share.preview (account_id, preview_id, file_id, kind, at_seconds, path, width, height, region_x, region_y, region_width, region_height)
    select access.account_id, share.new_id(), access.file_id, coalesce(p.kind, 'storyboard'), p.at_seconds, share.text_check('path', p.path, 1024),
        p.width, p.height, p.region_x, p.region_y, p.region_width, p.region_height
    from jsonb_to_recordset(previews) p(kind text, at_seconds numeric, path text, width integer, height integer,
        region_x integer, region_y integer, region_width integer, region_height integer)
    on conflict on constraint preview_at_key do update
    set path = excluded.path, width = excluded.width, height = excluded.height, region_x = excluded.region_x, region_y = excluded.region_y,
        region_width = excluded.region_width, region_height = excluded.region_height, created_at = statement_timestamp();
    get diagnostics written = row_count;
    if written > 0 then
        perform share.event_add(access.account_id, null, 'preview.put', jsonb_build_object('file_id', file_id, 'kinds', to_jsonb(kinds), 'number', written));
    end if;
    return written;
end
$$;
comment on function share.preview_put is 'Says where images of a file lie, many at once: a list of at most 10,000 objects with path, kind (default storyboard), at_seconds, width and height of the image, and region_x, region_y, region_width, region_height where it is a sheet of several. One of a kind for each second, put again in its place; with replace those kinds are emptied first. Returns how many were written. For editors. Errors: 22023 (also for a path that is an original), 23514, 42501, PT401, PT404, PT413.';
