create function share.comment_times_check(access share.file_access, at_seconds numeric, duration_seconds numeric)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    length numeric;
begin
    if at_seconds is null then
        if duration_seconds is not null then
            perform share.refuse('22023', 'a duration needs a beginning', format('duration_seconds: %s', duration_seconds), 'give at_seconds');
        end if;
        return;
    end if;
    select f.duration_limit into length from share.file f where f.account_id = access.account_id and f.file_id = access.file_id;
    if not (at_seconds >= 0 and coalesce(duration_seconds, 1) > 0 and at_seconds + coalesce(duration_seconds, 0) <= length) then
        perform share.refuse('22023', 'the time is not in the file', format('at_seconds: %s, duration_seconds: %s', at_seconds, coalesce(duration_seconds::text, 'null')),
            'seconds from the start of the file; a duration is above 0');
    elsif not share.comment_is_shown(access, at_seconds, duration_seconds, null) then
        perform share.refuse('22023', 'the time is not in what the share shows', format('at_seconds: %s, duration_seconds: %s', at_seconds, coalesce(duration_seconds::text, 'null')),
            'seconds from the start of the file, not of the segment');
    end if;
end
$$;
comment on function share.comment_times_check is 'Internal. Refuses with 22023 times that are not in the file, or not in what of it a share shows. A file that gets shorter keeps its comments: a guest must not be able to hold a duration back.';
