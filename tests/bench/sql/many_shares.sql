-- As many shares as wanted in a few minutes: the indexes are made when the rows are there, and what the rows are made of needs no check.
-- Names in braces are filled in by the program.
create temporary table made as
select indexdef from pg_indexes
where schemaname = 'share' and tablename = 'share' and indexname not in (select conname from pg_constraint where conrelid = 'share.share'::regclass);
set session_replication_role = replica;
set maintenance_work_mem = '256MB';
do $$
declare
    known record;
begin
    for known in select regexp_replace(m.indexdef, '^CREATE (UNIQUE )?INDEX (\S+) .*', '\2') as name from made m loop
        execute format('drop index share.%I', known.name);
    end loop;
    insert into share.share (account_id, share_id, file_id, visibility, title, owner_id, exclusive, created_at)
    select o.account_id, share.new_id(), f.file_id, 'private', 'Share', 'owner ' || n % 1000, false, now() - interval '1 year' - n * interval '1 second'
    from bench.one o
    cross join generate_series(1, {more}) n
    join (select f.file_id, row_number() over (order by f.file_id) - 1 as k from share.file f) f on f.k = n % 1000
    -- The oldest first, as they come in an application; a join by file would strew the shares of one page over the table.
    order by n desc;
    for known in select m.indexdef from made m loop
        execute known.indexdef;
    end loop;
end
$$;
analyze share.share;
