create function share.stack_renumber(account_id uuid, stack_id uuid, file_id uuid, stack_number integer)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    set constraints share.stack_file_number_key deferred;
    update share.stack_file k
    set stack_number = t.n
    from (
        -- The file that moves goes behind the one at its new place where it comes from before it, else before it.
        select o.file_id, row_number() over (order by case when o.file_id = stack_renumber.file_id
            then stack_renumber.stack_number + case when stack_renumber.stack_number > o.stack_number then 0.5 else -0.5 end
            else o.stack_number end) as n
        from share.stack_file o
        where o.account_id = stack_renumber.account_id and o.stack_id = stack_renumber.stack_id
    ) t
    where k.account_id = stack_renumber.account_id and k.file_id = t.file_id and k.stack_number <> t.n;
    set constraints share.stack_file_number_key immediate;
end
$$;
comment on function share.stack_renumber is 'Internal. Numbers the files of a stack that the caller holds from 1 without gaps, one of them at another place if one is named.';
