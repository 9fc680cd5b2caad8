create function share.event_partitions()
returns table (name text, first_moment timestamptz, end_moment timestamptz)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
-- The bounds are text that is read again.
set datestyle = 'ISO'
set timezone = 'UTC'
as $$
begin
    return query
    select c.relname::text, b.bound[1]::timestamptz, b.bound[2]::timestamptz
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    cross join lateral regexp_match(pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \(''([^'']+)''\) TO \(''([^'']+)''\)$') b(bound)
    where i.inhparent = to_regclass('share.event') and b.bound is not null
    order by 2;
end
$$;
comment on function share.event_partitions is 'Internal. The partitions of events with a beginning and an end, in their order; without the default one.';
