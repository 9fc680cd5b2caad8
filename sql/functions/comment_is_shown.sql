create function share.comment_is_shown(access share.file_access, at_seconds numeric, duration_seconds numeric, share_id uuid)
returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when access.shown @> numrange(0, null) then true
        when at_seconds is null then share_id is not distinct from access.share_id
        when duration_seconds is null then access.shown @> at_seconds
        else access.shown @> numrange(at_seconds, at_seconds + duration_seconds)
    end;
end
$$;
comment on function share.comment_is_shown is 'Internal. Whether a thread lies in what of the file the caller may see. One without a time does where the whole file is seen, or if it was made through the same share.';
