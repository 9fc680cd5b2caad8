create function share.at_most_check(name text, given integer, usual integer, most integer)
returns integer
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if given not between 1 and most then
        perform share.refuse('22023', 'a number is out of range', format('%s: %s', name, given), format('%s is 1 to %s', name, most));
    end if;
    return coalesce(given, usual);
end
$$;
comment on function share.at_most_check is 'Internal. A number of rows to look at or to change, the usual one for null. Errors: 22023 outside 1 to the most.';
