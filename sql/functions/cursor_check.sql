create function share.cursor_check(cursor_at timestamptz, cursor uuid)
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if (cursor is null) <> (cursor_at is null) then
        perform share.refuse('22023', 'half a cursor', '', 'give both cursor_at and cursor of the last row of the previous page, or neither');
    end if;
end
$$;
comment on function share.cursor_check is 'Internal. Refuses with 22023 one half of a cursor without the other.';
