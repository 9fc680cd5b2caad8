-- The API as the catalogue has it: a change of it is a visible change of this file's expected output.
\pset format unaligned
\pset tuples_only on
\pset fieldsep ' | '

-- Functions: signature, result, volatility, parallel mark, security, who may call them.
select p.proname || '(' || pg_get_function_arguments(p.oid) || ')' as signature,
    pg_get_function_result(p.oid) as result,
    l.lanname || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else ' volatile' end
        || case p.proparallel when 's' then ' safe' when 'r' then ' restricted' else ' unsafe' end
        || case when p.prosecdef then ' definer' else '' end || case when p.proisstrict then ' strict' else '' end as marks,
    coalesce((
        select string_agg(distinct case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end, ', ')
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner
    ), 'internal') as callers
from pg_proc p
join pg_language l on l.oid = p.prolang
where p.pronamespace = 'share'::regnamespace
order by p.proname collate "C";

-- Types and their parts.
select t.typname, case t.typtype when 'e' then (
        select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid
    ) else (
        select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0
    ) end as parts
from pg_type t
left join pg_class c on c.oid = t.typrelid
where t.typnamespace = 'share'::regnamespace and (t.typtype = 'e' or c.relkind = 'c')
order by t.typname collate "C";

-- Tables: columns, rules, indexes, triggers. Monthly partitions come and go.
select c.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '') as "column"
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname collate "C", a.attnum;
select c.relname, o.conname, pg_get_constraintdef(o.oid)
from pg_constraint o join pg_class c on c.oid = o.conrelid
where c.relnamespace = 'share'::regnamespace and not c.relispartition
order by c.relname collate "C", o.conname collate "C";
select pg_get_indexdef(i.indexrelid)
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace = 'share'::regnamespace and not c.relispartition and not exists (select from pg_constraint o where o.conindid = i.indexrelid)
order by pg_get_indexdef(i.indexrelid) collate "C";
select pg_get_triggerdef(t.oid)
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'share'::regnamespace and not t.tgisinternal and not c.relispartition
order by pg_get_triggerdef(t.oid) collate "C";
-- Views, row security, and who may read what.
select c.relname, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum), c.reloptions
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
where c.relnamespace = 'share'::regnamespace and c.relkind = 'v'
group by c.oid order by c.relname collate "C";
select p.tablename, p.policyname, p.permissive, p.roles, p.cmd, p.qual, p.with_check from pg_policies p where p.schemaname = 'share' order by p.policyname collate "C";
select c.relname, a.privilege_type, string_agg(pg_get_userbyid(a.grantee)::text, ', ' order by pg_get_userbyid(a.grantee))
from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'share'::regnamespace and a.grantee <> c.relowner
group by 1, 2 order by c.relname collate "C", 2;

-- What must not be: each of these lists is empty.
-- An object without a comment.
select p.oid::regprocedure from pg_proc p where p.pronamespace = 'share'::regnamespace and obj_description(p.oid, 'pg_proc') is null;
select t.oid::regtype from pg_type t left join pg_class c on c.oid = t.typrelid
where t.typnamespace = 'share'::regnamespace and (t.typtype = 'e' or c.relkind = 'c') and obj_description(t.oid, 'pg_type') is null;
select c.oid::regclass from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and obj_description(c.oid, 'pg_class') is null;
select c.oid::regclass from pg_class c join pg_index i on i.indexrelid = c.oid join pg_class t on t.oid = i.indrelid
where c.relnamespace = 'share'::regnamespace and not t.relispartition and obj_description(c.oid, 'pg_class') is null
    and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u'));
select a.attrelid::regclass, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v', 'c') and not c.relispartition and a.attnum > 0 and col_description(c.oid, a.attnum) is null;
select o.conrelid::regclass, o.conname from pg_constraint o join pg_class c on c.oid = o.conrelid
where o.connamespace = 'share'::regnamespace and not c.relispartition and obj_description(o.oid, 'pg_constraint') is null;
select t.tgrelid::regclass, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'share'::regnamespace and not t.tgisinternal and not c.relispartition and obj_description(t.oid, 'pg_trigger') is null;
select obj_description('share'::regnamespace, 'pg_namespace') is null as schema_without_comment where obj_description('share'::regnamespace, 'pg_namespace') is null;
-- A function whose names someone else's objects could take: all have the fixed path, but for those that look up nothing
-- by name when they run (C, and SQL that was parsed when it was created).
select p.oid::regprocedure, p.proconfig
from pg_proc p join pg_language l on l.oid = p.prolang
where p.pronamespace = 'share'::regnamespace and l.lanname <> 'c' and p.prosqlbody is null
    and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false);
-- An internal function that someone may call, or one for callers that says it is internal.
select p.oid::regprocedure from pg_proc p
where p.pronamespace = 'share'::regnamespace
    and (obj_description(p.oid, 'pg_proc') like 'Internal.%') = exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner);
-- Anything granted to public, or to a role that is none of ours.
select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
where p.pronamespace = 'share'::regnamespace and a.grantee not in (select r.oid from pg_roles r where r.rolname like 'share\_%')
    and not (p.proname = 'metrics_read' and a.grantee = 'pg_monitor'::regrole);
select t.oid::regtype::text from pg_type t left join pg_class c on c.oid = t.typrelid, aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a
where t.typnamespace = 'share'::regnamespace and (t.typtype = 'e' or c.relkind = 'c') and a.grantee not in (select r.oid from pg_roles r where r.rolname like 'share\_%');
select c.oid::regclass::text, pg_get_userbyid(a.grantee) from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'share'::regnamespace
    and a.grantee <> c.relowner and not (a.privilege_type = 'SELECT' and a.grantee in (case when c.relname = 'metrics' then 'pg_monitor' else 'share_admin' end::regrole, 'share_admin'::regrole, 'share_app'::regrole, 'share_user'::regrole));
-- A table of accounts without row security, or with one that binds the owner; something with secrets that others may read.
select c.oid::regclass from pg_class c
where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p') and (not c.relrowsecurity or c.relforcerowsecurity)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id');
select a.attrelid::regclass, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
where c.relnamespace = 'share'::regnamespace and a.attname ~ 'hash|secret|token|(?<!has_)password' and has_any_column_privilege('share_app', c.oid, 'select');
select p.tablename, p.policyname from pg_policies p where p.schemaname = 'share' and not exists (
    select from pg_policy o join pg_class c on c.oid = o.polrelid
    where o.polname = p.policyname and c.relname = p.tablename and obj_description(o.oid, 'pg_policy') is not null);
-- A member of the extension outside of the schema, one that is not the owner's, or an overloaded name.
select pg_describe_object(d.classid, d.objid, d.objsubid)
from pg_depend d join pg_extension e on e.oid = d.refobjid and d.refclassid = 'pg_extension'::regclass and e.extname = 'pg_share'
where d.deptype = 'e' and (pg_identify_object(d.classid, d.objid, d.objsubid)).schema is distinct from 'share'
    and pg_describe_object(d.classid, d.objid, d.objsubid) <> 'schema share';
select p.oid::regprocedure from pg_proc p where p.pronamespace = 'share'::regnamespace and p.proowner <> 'share_owner'::regrole;
select c.oid::regclass from pg_class c where c.relnamespace = 'share'::regnamespace and c.relowner <> 'share_owner'::regrole;
select p.proname from pg_proc p where p.pronamespace = 'share'::regnamespace group by 1 having count(*) > 1;
