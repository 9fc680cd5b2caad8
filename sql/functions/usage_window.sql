create function share.usage_window(after date, before date, days integer, out first_moment timestamptz, out end_moment timestamptz)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    today date := (statement_timestamp() at time zone 'UTC')::date;
    first_day date;
    end_day date;
begin
    if not (coalesce(isfinite(after), true) and coalesce(isfinite(before), true)) then
        perform share.refuse('22023', 'a usage window needs a beginning and an end', '', 'give after and before as days, or leave them out');
    end if;
    end_day := coalesce(before, greatest(today, after) + 1);
    first_day := coalesce(after, end_day - days);
    if end_day - first_day > 400 then
        perform share.refuse('22023', 'the usage window is too long', format('days: %s', end_day - first_day), 'ask for at most 400 days at once');
    end if;
    first_moment := first_day::timestamp at time zone 'UTC';
    end_moment := end_day::timestamp at time zone 'UTC';
end
$$;
comment on function share.usage_window is 'Internal. The window that usage is asked for: from midnight UTC of one day to that of another, by default this many days until the end of today. Errors: 22023 for more than 400 days.';
