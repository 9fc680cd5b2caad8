create function share.stack_remove(file_id uuid, drive_id uuid default null, account_id uuid default null)
returns boolean
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    return share.stack_take(access.account_id, file_id) is not null;
end
$$;
comment on function share.stack_remove is 'Takes a file out of its stack; those above it move down, and a stack of one is none any more. Returns whether it was in one. For editors. Errors: 22023, 40001, 42501, PT401, PT404.';
