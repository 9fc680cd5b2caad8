create function share.file_find(
    drive_id uuid,
    filters jsonb,
    "limit" integer default 20,
    cursor uuid default null,
    account_id uuid default null
)
returns setof share.file_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    rows_wanted integer;
    query text;
    ids uuid[];
begin
    perform share.ready();
    perform share.require_argument('drive_id', drive_id is null);
    perform share.require_argument('filters', filters is null);
    account := share.drive_account(drive_id, account_id, 'viewer');
    rows_wanted := share.page_limit("limit");
    query := share.file_find_query(account, drive_id, filters);
    execute query into ids using account, drive_id, cursor, rows_wanted;
    return query
    select d.* from share.file_describe(array_fill(account, array[coalesce(cardinality(ids), 0)]), ids) d;
end
$$;
comment on function share.file_find is 'Finds the files of a drive by what their attributes say, newest first: filters is a list of 1 to 10 objects, all of which must hold, each with attribute (id or system name) and is (a value, for options also a list of which one must be chosen; null for no value), begins (of a text), at_least or at_most (of a number or time). Texts are compared whatever the case of their letters; defaults are not looked at. cursor is the id of the last row of the previous page. Errors: 22007, 22008, 22023, PT401, PT404.';
