-- Codes of six digits: each place takes each digit, and no two draws go together.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

create table test.code as select share.code_generate() as code from generate_series(1, 20000);
select count(*), bool_and(code ~ '^[0-9]{6}$') as six_digits, count(distinct code) > 19500 as apart from test.code;
-- 2000 of each digit in each place would be even; this far off is one run in more than a billion.
select count(*) as digits, min(n) > 1700 as often, max(n) < 2300 as rarely from (
    select at, substr(code, at, 1) as digit, count(*) as n from test.code, generate_series(1, 6) at group by 1, 2
) d;
set role share_app;
select test.rule('select share.code_generate()');
