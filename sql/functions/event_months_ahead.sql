create function share.event_months_ahead()
returns integer
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    month timestamp := date_trunc('month', statement_timestamp() at time zone 'UTC');
    ahead integer := -1;
begin
    while exists (
        select from share.event_partitions() p
        where p.first_moment <= month at time zone 'UTC' and month at time zone 'UTC' < p.end_moment
    ) loop
        ahead := ahead + 1;
        month := month + interval '1 month';
    end loop;
    return ahead;
end
$$;
comment on function share.event_months_ahead is 'Internal. How many months after this one have partitions of events without a gap; -1 when this month has none.';
