create function share.drive_usage(drive_id uuid, after date default null, before date default null, account_id uuid default null)
returns setof share.file_usage
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    asked record;
begin
    perform share.ready();
    perform share.require_argument('drive_id', drive_id is null);
    select d.account_id into account from share.drive d
    where d.drive_id = drive_usage.drive_id and (drive_usage.account_id is null or d.account_id = drive_usage.account_id);
    perform share.authorize(account, 'viewer', 'drive', drive_id::text);
    select w.* into asked from share.usage_window(after, before, 30) w;
    -- Planned for the window: which months are read is known only then.
    return query execute
        'select u.day, $1, $2, f.file_id, f.path,
            count(*) filter (where u.kind = ''share.opened''),
            count(*) filter (where u.kind = ''share.played''),
            count(*) filter (where u.kind = ''share.downloaded''),
            count(distinct u.visit_id),
            max(u.at)
        from (
            select (e.at at time zone ''UTC'')::date as day, e.at, e.kind, e.visit_id,
                case when e.kind = ''share.opened'' then s.file_id else (e.detail ->> ''file_id'')::uuid end as file_id
            from share.event e
            join share.share s on s.account_id = e.account_id and s.share_id = e.share_id
            where e.account_id = $1 and e.at >= $3 and e.at < $4 and not e.is_bot
                and e.kind in (''share.opened'', ''share.played'', ''share.downloaded'')
        ) u
        join share.file f on f.account_id = $1 and f.file_id = u.file_id and f.drive_id = $2
        group by u.day, f.file_id, f.path
        order by u.day, f.path, f.file_id'
    using account, drive_id, asked.first_moment, asked.end_moment;
end
$$;
comment on function share.drive_usage is 'Tells how the files of a drive were used through shares, by day and file, those deleted since included; after inclusive, before exclusive, at midnight UTC, by default the last 30 days. For members. Errors: 22023 for more than 400 days, PT401, PT404.';
