-- What a publication holds: every table, but for keys and what is each installation's own.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select name, published, why from share.publication_tables() order by published desc, name;
-- A table that is in no list, or one in the list that is not there: say of a new table whether it holds secrets.
select coalesce(t.name, c.relname) as undecided
from share.publication_tables() t
full join (
    select c.relname::text from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
) c on c.relname = t.name
where t.name is null or c.relname is null;
set client_min_messages = error; -- a server that writes no logical log warns
select share.publication_create();
reset client_min_messages;
select tablename, rowfilter from pg_publication_tables where pubname = 'pg_share' order by 1;
select pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot, puballtables from pg_publication;
select * from test.refused('select share.publication_create()');
select * from test.refused('select share.publication_create(null)');
-- A column that holds a secret in a table that is published: bytes are what keys and hashes are made of.
select a.attrelid::regclass, a.attname
from pg_attribute a
join share.publication_tables() t on a.attrelid = to_regclass('share.' || t.name) and t.published
where a.attnum > 0 and a.atttypid = 'bytea'::regtype;
set role share_admin;
select * from test.refused('select share.publication_create(''mine'')');
reset role;
set role share_app;
select test.rule('select share.publication_create(''mine'')');
reset role;
-- What the doctor says of one that is whole, one that an earlier release made, one of a few tables, and one of everything.
\set said 'select severity, finding, advice from share.doctor() where area = ''publications'';'
:said
alter publication pg_share drop table share.comment, share.attribute;
:said
drop publication pg_share;
set client_min_messages = error;
create publication report for table share.event;
create publication everything for all tables;
reset client_min_messages;
:said
drop publication report, everything;
:said
