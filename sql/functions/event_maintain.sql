create function share.event_maintain()
returns setof share.event_maintenance
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- Whoever writes an event queues behind a lock that is waited for. Below deadlock_timeout's default, so that this gives up
-- before a transaction that has read events and now writes one is ended.
set lock_timeout = '500ms'
as $$
declare
    this_month timestamp := date_trunc('month', statement_timestamp() at time zone 'UTC');
    months integer;
    kept_from timestamptz := '-infinity';
    old text[];
    wanted timestamp[];
    number bigint;
    name text;
    month timestamp;
begin
    perform share.ready();
    perform share.authorize_operator();
    months := current_setting('pg_share.event_months')::integer;
    if months > 0 then
        kept_from := (this_month - make_interval(months => months)) at time zone 'UTC';
    end if;
    -- Two at once: the second waits and finds the work done. Building the tables makes partitions too.
    perform pg_advisory_xact_lock(hashtextextended('share.migrate', 0));
    old := array(select p.name from share.event_partitions() p where p.end_moment <= kept_from);
    -- An array and no query to loop over, which would keep the default partition in use.
    wanted := array(
        select m.month
        from (
            select generate_series(this_month, this_month + interval '3 months', interval '1 month')
            union
            select date_trunc('month', e.at at time zone 'UTC') from share.event_default e where e.at >= kept_from
        ) m(month)
        where not exists (
            select from share.event_partitions() p
            where p.first_moment <= m.month at time zone 'UTC' and m.month at time zone 'UTC' < p.end_moment
        )
        order by 1
    );
    -- Dropping needs the strongest lock; taken later, it could meet a writer who waits for the default partition.
    if cardinality(old) > 0 then
        lock table only share.event in access exclusive mode;
    end if;
    if exists (select from share.event_default e where e.at < kept_from) then
        lock table only share.event in share row exclusive mode;
        alter table share.event_default disable trigger event_append_only;
        delete from share.event_default e where e.at < kept_from;
        get diagnostics number = row_count;
        alter table share.event_default enable trigger event_append_only;
        return next row('deleted', 'event_default', number)::share.event_maintenance;
    end if;
    foreach month in array wanted loop
        name := 'event_' || to_char(month, 'YYYY_MM');
        number := share.event_partition_create(month::date);
        return next row('created', name, null)::share.event_maintenance;
        if number > 0 then
            return next row('moved', name, number)::share.event_maintenance;
        end if;
    end loop;
    -- Visits tell who opened what just as events do.
    delete from share.visit v where v.expires_at < kept_from;
    get diagnostics number = row_count;
    if number > 0 then
        return next row('deleted', 'visit', number)::share.event_maintenance;
    end if;
    foreach name in array old loop
        execute format('drop table share.%I', name);
        perform share.event_add(null, null, 'event.dropped', jsonb_build_object('partition', name));
        return next row('dropped', name, null)::share.event_maintenance;
    end loop;
end
$$;
comment on function share.event_maintain is 'Keeps the events'' partitions: makes those of this and the next three months, moves into them what waited in the default partition, and drops the months, and deletes the visits, that ended more than pg_share.event_months ago. Gives one row for each thing done; harmless to repeat, call it daily. Waits at most half a second for a lock. For operators. Errors: 42501, 55P03 when a transaction holds the events: call again, PT401.';
