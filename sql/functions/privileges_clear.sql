create function share.privileges_clear(relations oid[])
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    granted record;
begin
    for granted in
        select distinct c.oid::regclass as relation, a.grantee
        from pg_class c
        cross join lateral aclexplode(c.relacl) a
        where c.relnamespace = 'share'::regnamespace
            and c.relkind in ('r', 'p', 'v', 'S')
            and c.oid = any (relations)
            and a.grantee <> c.relowner
    loop
        execute format('revoke all on %s from %s', granted.relation,
            case when granted.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(granted.grantee)) end);
    end loop;
end
$$;
comment on function share.privileges_clear is 'Internal. Takes away what default privileges have granted on these relations of schema share.';
