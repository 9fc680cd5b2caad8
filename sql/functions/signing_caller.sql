create function share.signing_caller()
returns share.caller_identity
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller();
begin
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'share');
    end if;
    return who;
end
$$;
comment on function share.signing_caller is 'Internal. Who has many shares signed. Errors: PT401 for visitors.';
