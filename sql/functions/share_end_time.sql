create function share.share_end_time(expires_at timestamptz, duration_hours integer, duration_code text, starts_at timestamptz)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    begins timestamptz := greatest(starts_at, statement_timestamp());
begin
    if num_nonnulls(expires_at, duration_hours, duration_code) > 1 then
        perform share.refuse('22023', 'more than one duration', '', 'give one of expires_at, duration_hours, duration_code');
    elsif duration_hours <= 0 then
        perform share.refuse('22023', 'a duration must be positive', format('duration_hours: %s', duration_hours), 'leave it out for a share without an end');
    elsif expires_at <= statement_timestamp() then
        perform share.refuse('22023', 'the end is in the past', format('expires_at: %s', expires_at), 'give a time to come');
    elsif duration_hours > 876000 then
        perform share.refuse('22023', 'the duration is too long', format('duration_hours: %s', duration_hours), 'at most 876000 hours; leave it out for a share without an end');
    elsif duration_code is not null and duration_code not in ('1h', '1d', '7d', '30d', 'never') then
        perform share.refuse('22023', 'no such duration code', 'duration_code: ' || left(duration_code, 100), 'accepted: 1h, 1d, 7d, 30d, never');
    end if;
    return coalesce(
        nullif(expires_at, 'infinity'),
        begins + make_interval(hours => duration_hours),
        begins + make_interval(hours => case duration_code when '1h' then 1 when '1d' then 24 when '7d' then 7 * 24 when '30d' then 30 * 24 end)
    );
end
$$;
comment on function share.share_end_time is 'Internal. The end of a share from one of: a time, hours, a duration code; null for never. Errors: 22023.';
