create function share.comment_query(
    access share.file_access,
    view text,
    is_public boolean,
    resolved boolean,
    sort text,
    direction text,
    cursor uuid
)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Only the filters that were given stand in the query, so that each finds its index; all values are bound.
    filters text := case when is_public is not null then ' and c.is_public = ' || is_public else '' end
        || case when resolved is not null then ' and (c.resolved_at is not null) = ' || resolved else '' end;
    threads text := 'select c.comment_id, c.at_seconds, c.duration_seconds from share.comment c where c.account_id = $1 and c.file_id = $2 and c.is_listed'
        || case when access.is_member then '' else ' and c.is_listed_public' end
        || case when access.shown @> numrange(0, null) then '' else ' and share.comment_is_shown($8, c.at_seconds, c.duration_seconds, c.share_id)' end
        || filters;
    after text := case direction when 'asc' then '>' else '<' end;
begin
    if view = 'thread' then
        return 'select c.comment_id from share.comment c where c.account_id = $1 and c.file_id = $2 and c.thread_id = $3
            and (c.deleted_at is null or c.parent_id is null)'
            || case when access.is_member then '' else ' and c.is_public' end
            || case when is_public is not null then ' and c.is_public = ' || is_public else '' end
            || case when cursor is not null then ' and c.comment_id > $4' else '' end
            || ' order by c.comment_id limit $6';
    elsif view = 'near' then
        -- Those before and after it by the second where they begin, and the ranges that it lies in, wherever they begin.
        return format('select n.comment_id
            from (
                (%1$s and c.at_seconds <= $5 order by c.at_seconds desc, c.comment_id desc limit $6)
                union
                (%1$s and c.at_seconds > $5 order by c.at_seconds, c.comment_id limit $6)
                union
                (%1$s and c.duration_seconds is not null and c.place @> $7 limit 1000)
            ) n
            order by case when $5 >= n.at_seconds and $5 <= n.at_seconds + n.duration_seconds then 0 else abs(n.at_seconds - $5) end, n.at_seconds, n.comment_id
            limit $6', threads);
    elsif sort = 'at_seconds' then
        return threads || ' and c.at_seconds is not null'
            || case when cursor is not null then
                format(' and (c.at_seconds, c.comment_id) %s (select k.at_seconds, k.comment_id from share.comment k where k.account_id = $1 and k.comment_id = $4)', after)
                else '' end
            || format(' order by c.at_seconds %1$s, c.comment_id %1$s limit $6', direction);
    end if;
    return threads || case when cursor is not null then format(' and c.comment_id %s $4', after) else '' end
        || format(' order by c.comment_id %s limit $6', direction);
end
$$;
comment on function share.comment_query is 'Internal. The query behind share.comment_list(): $1 is the account, $2 the file, $3 the first comment of the thread, $4 the cursor, $5 the second, $6 how many, $7 the second as share.comment.place has it, $8 by which right the caller is there.';
