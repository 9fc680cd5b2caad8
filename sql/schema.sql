-- What create extension sets anyway, but for the temporary schema, which would come first.
set local search_path = pg_catalog, pg_temp;

-- Roles are cluster-wide: a second database of the cluster finds them made. A login or a member of share_owner would own
-- every table and could read every key, so such a role is not taken over.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['share_owner', 'share_admin', 'share_app', 'share_user', 'share_visitor'] loop
        if not exists (select from pg_catalog.pg_roles r where r.rolname = role_name) then
            begin
                execute pg_catalog.format('create role %I nologin', role_name);
            exception when duplicate_object or unique_violation then
                null; -- another database of this cluster was faster
            end;
        end if;
    end loop;
    if exists (
        select
        from pg_catalog.pg_roles r
        where r.rolname in ('share_owner', 'share_admin', 'share_app', 'share_user', 'share_visitor')
            and (r.rolsuper or r.rolcanlogin and r.rolname = 'share_owner')
    ) or exists (
        select from pg_catalog.pg_auth_members m join pg_catalog.pg_roles r on r.oid = m.roleid where r.rolname = 'share_owner'
    ) then
        raise exception using
            errcode = '42710',
            message = 'a role that pg_share needs exists with rights that it must not have',
            hint = 'share_owner must be nologin and without members, and no share role may be superuser: drop or rename it first';
    end if;
end
$$;

-- Plain, not "if not exists": a schema that someone else made beforehand is refused.
create schema share;
comment on schema share is 'pg_share: media share links and their signed stream and download URLs. Types and functions belong to the extension, the tables to share.migrate().';

-- Nothing of what default privileges have granted.
do $$
declare
    granted record;
begin
    for granted in
        select a.grantee
        from pg_catalog.pg_namespace n
        cross join lateral pg_catalog.aclexplode(n.nspacl) a
        where n.nspname = 'share' and a.grantee <> n.nspowner
    loop
        execute pg_catalog.format('revoke all on schema share from %s',
            case when granted.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(granted.grantee)) end);
    end loop;
end
$$;
grant usage, create on schema share to share_owner;
grant usage on schema share to share_admin, share_app, share_user, share_visitor;
-- What watches the server also watches the shares; which figures it gets, the view share.metrics says.
grant usage on schema share to pg_monitor;
