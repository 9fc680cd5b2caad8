create function share.stack_hold(account_id uuid, file_id uuid)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    held uuid;
    again uuid;
begin
    for attempt in 1 .. 3 loop
        select k.stack_id into held from share.stack_file k where k.account_id = stack_hold.account_id and k.file_id = stack_hold.file_id;
        if not found then
            return null;
        end if;
        -- Who changes a stack writes its row first: the others wait, or are told 40001 where their snapshot is older.
        update share.stack s set updated_at = statement_timestamp() where s.account_id = stack_hold.account_id and s.stack_id = held;
        select k.stack_id into again from share.stack_file k where k.account_id = stack_hold.account_id and k.file_id = stack_hold.file_id;
        if again = held then
            return held;
        end if;
    end loop;
    perform share.refuse('40001', 'the stack is being changed', 'file: ' || file_id, 'try the transaction again');
    return null;
end
$$;
comment on function share.stack_hold is 'Internal. The stack of a file, held until the end of the transaction so that nobody else changes it; null where it is in none. Errors: 40001.';
