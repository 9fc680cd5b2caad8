create function share.password_locked_until(account_id uuid, id uuid, address inet)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select max(t.locked_until)
        from share.password_try t
        where t.account_id = password_locked_until.account_id and t.share_id = password_locked_until.id
            and t.address in (share.password_address(password_locked_until.address), '*')
    );
end
$$;
comment on function share.password_locked_until is 'Internal. Until when an address may try no password of a share.';
