create function share.stack_add(file_id uuid, target_file_id uuid, drive_id uuid default null, account_id uuid default null)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held uuid;
    number integer;
begin
    perform share.ready();
    perform share.require_argument('target_file_id', target_file_id is null);
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    perform share.file_enter(target_file_id, 'editor', null, null, null, access.drive_id, access.account_id);
    -- A delete of the file that is under way comes first, and the next one waits.
    perform from share.file f where f.account_id = access.account_id and f.file_id = stack_add.file_id and not f.is_deleted for key share;
    if not found then
        perform share.refuse('PT404', 'file not found', 'id: ' || file_id);
    end if;
    held := share.stack_hold(access.account_id, target_file_id);
    if held is null then
        perform share.refuse('PT404', 'stack not found', 'target_file_id: ' || target_file_id, 'share.stack_create() makes one');
    end if;
    select count(*) + 1 into number from share.stack_file k where k.account_id = access.account_id and k.stack_id = held;
    if number > 1000 then
        perform share.refuse('22023', 'the stack is full', 'files: 1000');
    end if;
    insert into share.stack_file (account_id, file_id, stack_id, stack_number)
    values (access.account_id, stack_add.file_id, held, number)
    on conflict on constraint stack_file_pkey do nothing;
    if not found then
        perform share.refuse('23505', 'a file is in a stack already', 'file_id: ' || file_id, 'take it out with share.stack_remove()', 'stack_file_pkey', 'stack_file');
    end if;
    perform share.event_add(access.account_id, null, 'stack.added', jsonb_build_object('stack_id', held, 'file_id', file_id, 'stack_number', number));
    return number;
end
$$;
comment on function share.stack_add is 'Puts a file on top of the stack of another one of its drive, as its newest version, and returns its number. For editors. Errors: 22023, 23505 (stack_file_pkey: in a stack already), 40001, 42501, PT401, PT404 (also where the target is in no stack).';
