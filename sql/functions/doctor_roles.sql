create function share.doctor_roles()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    names text[];
    mixed text[];
begin
    names := array(
        select w.what
        from pg_roles r
        cross join lateral (values
            (case when r.rolcanlogin then 'it can log in' end),
            (case when r.rolsuper then 'it is superuser' end),
            (case when r.rolbypassrls then 'it bypasses row security' end)
        ) w(what)
        where r.rolname = 'share_owner' and w.what is not null
        union all
        select 'member: ' || m.member::regrole
        from pg_auth_members m
        where m.roleid = 'share_owner'::regrole
        order by 1
    );
    if cardinality(names) > 0 then
        return next row('roles', 'error', 'share_owner has rights that it must not have: ' || share.doctor_list(names),
            'who is share_owner reads every key: take these rights away')::share.doctor_finding;
    else
        return next row('roles', 'ok', 'share_owner cannot log in and has no members', null)::share.doctor_finding;
    end if;
    names := array(
        select r.rolname::text from pg_roles r
        where r.rolname in ('share_admin', 'share_app', 'share_user', 'share_visitor') and (r.rolsuper or r.rolbypassrls)
        order by 1
    );
    if cardinality(names) > 0 then
        return next row('roles', 'error', 'roles that are granted to others are superuser or bypass row security: ' || share.doctor_list(names),
            'alter role … nosuperuser nobypassrls')::share.doctor_finding;
    end if;
    -- Superusers are members of everything without having been made so.
    names := array(
        select r.rolname::text from pg_roles r
        where r.rolcanlogin and not r.rolsuper and pg_has_role(r.oid, 'share_admin', 'member')
        order by 1
    );
    mixed := array(
        select r.rolname::text from pg_roles r
        where r.rolname = any (names) and pg_has_role(r.oid, 'share_app', 'member')
        order by 1
    );
    if cardinality(mixed) > 0 then
        return next row('roles', 'warning', 'logins are both operators and application backends: ' || share.doctor_list(mixed),
            'give applications logins of their own that are members of share_app alone: an operator sees all accounts')::share.doctor_finding;
    end if;
    return next row('roles', 'ok', case
        when cardinality(names) = 0 then 'no login but superusers is an operator'
        else 'operators: ' || share.doctor_list(names)
    end, null)::share.doctor_finding;
    names := array(
        select g.object
        from (
            select 'schema share' as object, n.nspacl as acl from pg_namespace n where n.nspname = 'share'
            union all
            select 'function ' || p.oid::regprocedure, coalesce(p.proacl, acldefault('f', p.proowner))
            from pg_proc p where p.pronamespace = 'share'::regnamespace
            union all
            select 'table ' || c.oid::regclass, c.relacl from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        ) g
        cross join lateral aclexplode(g.acl) a
        where a.grantee = 0
        order by 1
    );
    if cardinality(names) > 0 then
        return next row('roles', 'error', 'public may use ' || share.doctor_list(names), 'revoke all on … from public')::share.doctor_finding;
    else
        return next row('roles', 'ok', 'nothing of schema share is granted to public', null)::share.doctor_finding;
    end if;
end
$$;
comment on function share.doctor_roles is 'Internal. What share.doctor() finds about roles and grants.';
