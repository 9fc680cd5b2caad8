create function share.share_clip_check(account_id uuid, id uuid, clip_start numeric, clip_end numeric)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    window_start numeric;
    window_end numeric;
begin
    if clip_start is null and clip_end is null then
        return;
    elsif clip_start is null or clip_end is null then
        perform share.refuse('22023', 'half a clip window', '', 'give both clip_start and clip_end, in seconds of the file, or neither');
    end if;
    select w.starts, w.ends into window_start, window_end from share.share_window(account_id, id) w;
    if clip_start >= clip_end or clip_start < window_start or clip_end > window_end or clip_end >= 1000000000
        or min_scale(clip_start) > 6 or min_scale(clip_end) > 6
    then
        perform share.refuse('22023', 'the clip window does not lie inside the share', format('%s to %s', clip_start, clip_end),
            format('clip_start < clip_end, both from %s to %s seconds of the file, to the microsecond', trim_scale(window_start), trim_scale(window_end)));
    end if;
end
$$;
comment on function share.share_clip_check is 'Internal. Refuses with 22023 a clip window that is half, empty or not inside the share.';
