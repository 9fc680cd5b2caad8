create function share.stack_top(account_id uuid, file_id uuid)
returns uuid
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((
        select k.file_id
        from share.stack_file held
        join share.stack_file k on k.account_id = held.account_id and k.stack_id = held.stack_id
        join share.file f on f.account_id = k.account_id and f.file_id = k.file_id and not f.is_deleted and f.media_type in ('video', 'audio')
        where held.account_id = stack_top.account_id and held.file_id = stack_top.file_id
        order by k.stack_number desc
        limit 1
    ), file_id);
end
$$;
comment on function share.stack_top is 'Internal. The newest version in the stack of a file that can be shared; the file itself where it is in no stack.';
