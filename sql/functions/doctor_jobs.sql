create function share.doctor_jobs()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    dead bigint;
    late bigint;
begin
    -- Counted to a bound: a backlog may be long.
    select count(*) into dead from (select from share.job j where j.state = 'dead' limit 10000) j;
    select count(*) into late
    from (
        select from share.job j
        where j.state in ('queued', 'running') and j.due_at < statement_timestamp() - interval '15 minutes'
        limit 10000
    ) j;
    if dead > 0 then
        return next row('jobs', 'warning', format('jobs were given up: %s', dead), 'last_error of each says why; try them again or let them go')::share.doctor_finding;
    end if;
    if late > 0 then
        return next row('jobs', 'warning', format('jobs are due for more than 15 minutes: %s', late), 'see whether a worker claims their kinds')::share.doctor_finding;
    end if;
    if dead + late = 0 then
        return next row('jobs', 'ok', 'no job is late or was given up', null)::share.doctor_finding;
    end if;
end
$$;
comment on function share.doctor_jobs is 'Internal. What share.doctor() finds about jobs.';
