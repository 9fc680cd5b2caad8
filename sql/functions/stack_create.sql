create function share.stack_create(file_ids uuid[], drive_id uuid default null, account_id uuid default null)
returns uuid
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    wrong uuid;
    made uuid := share.new_id();
    number integer := cardinality(file_ids);
begin
    perform share.ready();
    perform share.require_argument('file_ids', file_ids is null or array_position(file_ids, null) is not null);
    if number not between 2 and 1000 or number <> (select count(distinct f.id) from unnest(file_ids) f(id)) then
        perform share.refuse('22023', 'a stack needs different files', 'files: ' || number, '2 to 1000, the oldest version first, none twice');
    end if;
    access := share.file_enter(file_ids[1], 'editor', null, null, null, drive_id, account_id);
    -- Always the files before a stack, and in one order: share.file_delete() does so too.
    perform from share.file f where f.account_id = access.account_id and f.file_id = any (file_ids) order by f.file_id for key share;
    select t.id into wrong
    from unnest(file_ids) t(id)
    where not exists (
        select from share.file f
        where f.account_id = access.account_id and f.file_id = t.id and f.drive_id = access.drive_id and not f.is_deleted
    )
    limit 1;
    if found then
        perform share.refuse('PT404', 'file not found', format('id: %s, drive_id: %s', wrong, access.drive_id), 'the versions of one stack lie on one drive');
    end if;
    insert into share.stack (account_id, stack_id) values (access.account_id, made);
    insert into share.stack_file (account_id, file_id, stack_id, stack_number)
    select access.account_id, t.id, made, t.n
    from unnest(file_ids) with ordinality t(id, n)
    order by t.id
    on conflict on constraint stack_file_pkey do nothing;
    if (select count(*) from share.stack_file k where k.account_id = access.account_id and k.stack_id = made) < number then
        perform share.refuse('23505', 'a file is in a stack already', '', 'take it out with share.stack_remove(), or add to that stack with share.stack_add()',
            'stack_file_pkey', 'stack_file');
    end if;
    perform share.event_add(access.account_id, null, 'stack.created', jsonb_build_object('stack_id', made, 'files', number));
    return made;
end
$$;
comment on function share.stack_create is 'Stacks files of one drive as versions of one thing, the oldest first, and returns the id of the stack. For editors. Errors: 22023 (fewer than 2 files, more than 1000, one twice), 23505 (stack_file_pkey: in a stack already), 42501, PT401, PT404.';
