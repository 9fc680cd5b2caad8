create function share.event_partitions_create(first_month date, months integer)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    lower_bound timestamp;
    made integer := 0;
begin
    for i in 0 .. months - 1 loop
        lower_bound := first_month + make_interval(months => i);
        -- Rows that wait in the default partition are share.event_maintain()'s to move; until then they stay there.
        continue when to_regclass('share.event_' || to_char(lower_bound, 'YYYY_MM')) is not null
            or exists (
                select from share.event_default e
                where e.at >= lower_bound at time zone 'UTC' and e.at < (lower_bound + interval '1 month') at time zone 'UTC'
            );
        perform share.event_partition_create(lower_bound::date);
        made := made + 1;
    end loop;
    return made;
end
$$;
comment on function share.event_partitions_create is 'Internal. Makes the missing monthly partitions of events from the first day of a month on (UTC), but for months of which rows wait in the default partition; returns how many it made.';
