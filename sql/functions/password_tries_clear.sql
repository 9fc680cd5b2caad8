create function share.password_tries_clear(account_id uuid, id uuid, address text default null)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    cleared integer;
begin
    delete from share.password_try t
    using (
        -- In the order of share.password_attempt(): the addresses before all together.
        select k.address
        from share.password_try k
        where k.account_id = password_tries_clear.account_id and k.share_id = password_tries_clear.id
            and (password_tries_clear.address is null or k.address = password_tries_clear.address)
        order by k.address = '*', k.address
        for update
    ) k
    where t.account_id = password_tries_clear.account_id and t.share_id = password_tries_clear.id and t.address = k.address;
    get diagnostics cleared = row_count;
    return cleared;
end
$$;
comment on function share.password_tries_clear is 'Internal. Forgets the wrong passwords of a share, of one address or of all; how many addresses.';
