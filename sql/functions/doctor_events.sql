create function share.doctor_events()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    ahead integer := share.event_months_ahead();
    months integer := current_setting('pg_share.event_months')::integer;
    names text[];
    waiting bigint;
begin
    if ahead < 2 then
        return next row('events', case when ahead < 0 then 'error' else 'warning' end,
            case when ahead < 0 then 'there is no partition for the events of this month' else format('partitions of events: this month and %s more', ahead) end,
            'call share.event_maintain() daily')::share.doctor_finding;
    else
        return next row('events', 'ok', format('partitions of events: this month and %s more', ahead), null)::share.doctor_finding;
    end if;
    select count(*) into waiting from (select from share.event_default limit 1000) e;
    if waiting > 0 then
        return next row('events', 'warning', format('events wait in the default partition: %s%s', waiting, case when waiting = 1000 then ' or more' end),
            'share.event_maintain() moves them into their months')::share.doctor_finding;
    else
        return next row('events', 'ok', 'no events wait in the default partition', null)::share.doctor_finding;
    end if;
    names := array(
        select p.name
        from share.event_partitions() p
        where months > 0 and p.end_moment <= (date_trunc('month', statement_timestamp() at time zone 'UTC') - make_interval(months => months)) at time zone 'UTC'
    );
    if cardinality(names) > 0 then
        return next row('events', 'warning', format('months are older than pg_share.event_months (%s): %s', months, share.doctor_list(names)),
            'share.event_maintain() drops them')::share.doctor_finding;
    end if;
end
$$;
comment on function share.doctor_events is 'Internal. What share.doctor() finds about the partitions of events.';
