create function share.cue_limit("limit" integer)
returns integer
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if "limit" < 1 then
        perform share.refuse('22023', 'limit is out of range', format('limit: %s', "limit"), 'limit is 1 or more, null for all');
    end if;
    return "limit";
end
$$;
comment on function share.cue_limit is 'Internal. How many cues are listed, null for all of the file. Errors: 22023 below 1.';
