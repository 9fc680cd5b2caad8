create function share.since_check(since timestamptz)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := coalesce(since, statement_timestamp() - interval '24 hours');
begin
    if moment >= statement_timestamp() or moment < statement_timestamp() - interval '400 days' then
        perform share.refuse('22023', 'a window of usage is out of range', 'since: ' || moment, 'since is a time of the last 400 days');
    end if;
    return moment;
end
$$;
comment on function share.since_check is 'Internal. Since when usage is asked for: 24 hours ago for null. Errors: 22023 for the future and for more than 400 days.';
