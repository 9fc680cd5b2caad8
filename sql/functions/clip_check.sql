create function share.clip_check(access share.file_access, start_time numeric, end_time numeric)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    duration numeric := (select f.duration_limit from share.file f where f.account_id = access.account_id and f.file_id = access.file_id);
begin
    perform share.require_argument('start_time', start_time is null);
    perform share.require_argument('end_time', end_time is null);
    -- One after the other: no range is made of what is none.
    if not (start_time >= 0 and start_time < end_time and end_time < 1000000000 and min_scale(start_time) <= 6 and min_scale(end_time) <= 6 and end_time <= duration) then
        perform share.refuse('22023', 'not a part of the file', format('%s to %s', start_time, end_time), 'start_time < end_time, both seconds of the file, to the microsecond');
    elsif not numrange(start_time, end_time) <@ access.shown then
        perform share.refuse('22023', 'the clip does not lie inside the share', format('%s to %s', start_time, end_time), 'ask for a part of what the share shows');
    end if;
end
$$;
comment on function share.clip_check is 'Internal. Refuses with 22023 a clip that is empty or does not lie inside the file and what the caller may see of it.';
