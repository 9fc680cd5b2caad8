create function share.page_limit("limit" integer)
returns integer
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if "limit" is null then
        return 20;
    elsif "limit" not between 1 and 100 then
        perform share.refuse('22023', 'limit is out of range', format('limit: %s', "limit"), 'limit is 1 to 100');
    end if;
    return "limit";
end
$$;
comment on function share.page_limit is 'Internal. The number of rows of a page: 20 by default. Errors: 22023 outside 1 to 100.';
