create function share.stack_take(account_id uuid, file_id uuid)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    held uuid := share.stack_hold(account_id, file_id);
begin
    if held is null then
        return null;
    end if;
    delete from share.stack_file k where k.account_id = stack_take.account_id and k.file_id = stack_take.file_id;
    if (select count(*) from share.stack_file k where k.account_id = stack_take.account_id and k.stack_id = held) < 2 then
        delete from share.stack_file k where k.account_id = stack_take.account_id and k.stack_id = held;
        delete from share.stack s where s.account_id = stack_take.account_id and s.stack_id = held;
    else
        perform share.stack_renumber(account_id, held, null, null);
    end if;
    perform share.event_add(account_id, null, 'stack.removed', jsonb_build_object('stack_id', held, 'file_id', file_id));
    return held;
end
$$;
comment on function share.stack_take is 'Internal. Takes a file out of its stack and closes the gap; a stack of one is none. Gives the stack, null where the file was in none. Errors: 40001.';
