create function share.event_partitions_create(first_month date, months integer)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    lower_bound timestamp;
    name text;
    made integer := 0;
begin
    for i in 0 .. months - 1 loop
        lower_bound := first_month + make_interval(months => i);
        name := 'event_' || to_char(lower_bound, 'YYYY_MM');
        -- Rows that wait in the default partition would have to be moved first; until then they stay there.
        continue when to_regclass('share.' || name) is not null
            or exists (
                select from share.event_default e
                where e.at >= lower_bound at time zone 'UTC' and e.at < (lower_bound + interval '1 month') at time zone 'UTC'
            );
        execute format('create table share.%I (like share.event including defaults including constraints including comments)', name);
        execute format('alter table share.event attach partition share.%I for values from (%L) to (%L)', name,
            lower_bound at time zone 'UTC', (lower_bound + interval '1 month') at time zone 'UTC');
        -- Read through the parent, whose policies count there.
        execute format('alter table share.%I enable row level security', name);
        perform share.privileges_clear(array[to_regclass('share.' || name)::oid]);
        execute format('comment on table share.%I is %L', name, 'Events of ' || to_char(lower_bound, 'YYYY-MM') || ' (UTC).');
        made := made + 1;
    end loop;
    return made;
end
$$;
comment on function share.event_partitions_create is 'Internal. Makes the missing monthly partitions of events from the first day of a month on (UTC); returns how many it made.';
