create function share.stack_move(file_id uuid, new_stack_number integer, drive_id uuid default null, account_id uuid default null)
returns boolean
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held uuid;
    old_number integer;
    highest integer;
begin
    perform share.ready();
    perform share.require_argument('new_stack_number', new_stack_number is null);
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    held := share.stack_hold(access.account_id, file_id);
    if held is null then
        perform share.refuse('PT404', 'stack not found', 'file_id: ' || file_id, 'share.stack_create() makes one');
    end if;
    select max(k.stack_number), max(k.stack_number) filter (where k.file_id = stack_move.file_id)
    into highest, old_number
    from share.stack_file k
    where k.account_id = access.account_id and k.stack_id = held;
    if new_stack_number not between 1 and highest then
        perform share.refuse('22023', 'the stack has no such place', 'new_stack_number: ' || new_stack_number, format('1 to %s', highest));
    elsif new_stack_number = old_number then
        return false;
    end if;
    perform share.stack_renumber(access.account_id, held, file_id, new_stack_number);
    perform share.event_add(access.account_id, null, 'stack.moved', jsonb_build_object('stack_id', held, 'file_id', file_id, 'stack_number', new_stack_number));
    return true;
end
$$;
comment on function share.stack_move is 'Gives a file another place in its stack, counted from 1, the oldest version; those between move by one. Returns false where it stood there already. For editors. Errors: 22023 (no such place), 40001, 42501, PT401, PT404 (also where it is in no stack).';
