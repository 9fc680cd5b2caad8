create function share.file_search(
    "text" text,
    account_id uuid default null,
    drive_id uuid default null,
    status share.processing_status default null,
    media_type share.media_type default null,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor uuid default null
)
returns setof share.found_file
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    rows_wanted integer;
    phrase text;
    conditions text;
    candidates text;
    drives uuid[] := array[null::uuid];
    drive uuid;
    cursor_drive uuid;
    cursor_path text;
    cursor_at timestamptz;
    part uuid[];
    found_ids uuid[] := '{}';
    last_row share.found_file;
begin
    perform share.ready();
    perform share.require_argument('text', "text" is null);
    account := share.account_of_call(account_id);
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    phrase := share.text_check('text', "text", 1024);
    if cursor is not null then
        select c.drive_id, c.path, c.created_at into cursor_drive, cursor_path, cursor_at
        from share.file c
        where c.file_id = file_search.cursor and (account is null or c.account_id = account);
    end if;
    -- What an index serves limits what is looked at; the rest is asked of each file that is looked at.
    conditions := '(true' || case when status is not null then ' and f.status = $4' else '' end
        || case when media_type is not null then ' and f.media_type = $5' else '' end;
    if phrase like '/%' and account is not null then
        -- Drive by drive, each in the order of the paths, which is that of their bytes.
        drives := array(
            select d.drive_id from share.drive d
            where d.account_id = account and (file_search.drive_id is null or d.drive_id = file_search.drive_id)
                and (cursor_drive is null or d.drive_id >= cursor_drive)
            order by d.drive_id
        );
        phrase := regexp_replace(phrase, '([\\%_])', '\\\1', 'g') || '%';
        candidates := 'select f.account_id, f.file_id, ' || conditions || ') is true as is_match from share.file f
            where f.account_id = $1 and f.drive_id = $2 and not f.is_deleted and f.path like $3
                and ($7 is null or f.drive_id <> $6 or f.path ~>~ $7)
            order by f.path using ~<~ limit $10';
    else
        phrase := lower(btrim(phrase));
        candidates := 'select f.account_id, f.file_id, ' || conditions
            || case when phrase <> '' then ' and (strpos(lower(f.path), $3) > 0 or lower(f.external_id) = $3 or starts_with(f.file_id::text, $3))' else '' end
            || ') is true as is_match from share.file f where not f.is_deleted'
            || case when account is not null then ' and f.account_id = $1' else '' end
            || case when drive_id is not null then ' and f.drive_id = $2' else '' end
            || case when phrase ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then ' and f.file_id = $3::uuid' else '' end
            || case when cursor is not null then ' and (f.created_at, f.file_id) < ($8, $9)' else '' end
            || ' order by f.created_at desc, f.file_id desc limit $10';
        drives := array[drive_id];
    end if;
    foreach drive in array drives loop
        execute 'select array_agg(p.file_id) from (select c.file_id from (' || candidates || ') c where c.is_match limit $11) p'
        into part
        using account, drive, phrase, status, media_type, cursor_drive, cursor_path, cursor_at, cursor, at_most, rows_wanted - cardinality(found_ids);
        found_ids := found_ids || part;
        exit when cardinality(found_ids) >= rows_wanted;
        -- Not full: either there are no more here, or they lie behind what was looked at.
        execute 'select c.file_id from (' || candidates || ') c offset $10 - 1'
        into last_row.cursor
        using account, drive, phrase, status, media_type, cursor_drive, cursor_path, cursor_at, cursor, at_most, rows_wanted;
        exit when last_row.cursor is not null;
    end loop;
    return query
    select f.file_id, f.account_id, a.name, f.drive_id, d.name, f.path, f.filename, f.external_id, f.media_type, f.bytes, f.duration_seconds, f.status,
        f.created_at, f.file_id, null::integer
    from unnest(found_ids) with ordinality t(id, place)
    join share.file f on f.file_id = t.id
    join share.drive d on d.account_id = f.account_id and d.drive_id = f.drive_id
    join share.account a on a.account_id = f.account_id
    order by t.place;
    if last_row.cursor is not null then
        last_row.seen := at_most;
        return next last_row;
    end if;
end
$$;
comment on function share.file_search is 'Finds files. A text that begins with / and an account: those whose path begins so, drive by drive in the order of their paths. Otherwise newest first those of which it is in any case a part of the path, the external id or the beginning of the id; where no index serves a filter, at most at_most files are looked at: a last row without an id then tells where to go on. cursor is that of the last row of the previous page. Operators may leave out the account. Errors: 22023, PT401, PT404, PT413.';
