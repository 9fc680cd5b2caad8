create function share.sign_time(at timestamptz)
returns timestamptz
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    -- A time to come would give a URL that lives longer than the settings allow.
    if at is not null and (share.caller()).all_accounts is not true then
        perform share.refuse('42501', 'only operators may choose the time of signing', '', 'leave out at');
    end if;
    return coalesce(at, statement_timestamp());
end
$$;
comment on function share.sign_time is 'Internal. The time of signing: now, or for operators another one. Errors: 42501.';
