create function share.usage_by_day(account_id uuid, id uuid, first_moment timestamptz, end_moment timestamptz)
returns setof share.usage_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query execute
        'select (e.at at time zone ''UTC'')::date, e.account_id, e.share_id,
            count(*) filter (where e.kind = ''share.opened'' and not e.is_bot),
            count(*) filter (where e.kind = ''share.played'' and not e.is_bot),
            count(*) filter (where e.kind = ''share.downloaded'' and not e.is_bot),
            count(*) filter (where e.kind = ''share.refused'' and not e.is_bot),
            count(distinct e.visit_id) filter (where e.kind <> ''share.refused'' and not e.is_bot),
            count(*) filter (where e.kind = ''share.opened'' and e.is_bot),
            max(e.at) filter (where e.kind in (''share.opened'', ''share.played'') and not e.is_bot)
        from share.event e
        where e.account_id = $1 and e.at >= $3 and e.at < $4 and '
        || case when id is not null then 'e.share_id = $2' else 'e.share_id is not null' end
        || ' and e.kind in (''share.opened'', ''share.played'', ''share.downloaded'', ''share.refused'')
        group by 1, 2, 3
        order by 1, 3'
    using account_id, id, first_moment, end_moment;
end
$$;
comment on function share.usage_by_day is 'Internal. Usage of a share, or of all shares of an account, by day.';
