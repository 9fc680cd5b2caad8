-- Words are found by the index, among those of the account alone.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

insert into share.file (account_id, file_id, drive_id, path, media_type, status)
select d.account_id, share.new_id(), d.drive_id, '/many/' || n || '.mp4', 'video', 'completed'
from share.drive d cross join generate_series(1, 100) n where d.account_id in (:'account', :'other_account');
insert into share.transcript (account_id, file_id, language, configuration)
select f.account_id, f.file_id, 'en', 'english' from share.file f where f.path like '/many/%';
insert into share.utterance (account_id, file_id, ordinal, start_ms, end_ms, text, configuration)
select t.account_id, t.file_id, n, n * 1000, n * 1000 + 900,
    case when n = 50 and right(f.path, 6) = '/7.mp4' then 'The lighthouse was dark.' else 'They were walking along the shore, number ' || n || '.' end, 'english'
from share.transcript t join share.file f using (account_id, file_id) cross join generate_series(1, 100) n where f.path like '/many/%';
analyze share.utterance;
analyze share.transcript;
analyze share.file;

-- How often the transaction has looked into the index of words, read all utterances, and how many of them it has seen.
create function test.looks() returns table (by_words boolean, read_all bigint, utterances bigint)
language sql as $$
    select pg_stat_get_xact_numscans('share.utterance_words_idx'::regclass) > 0, pg_stat_get_xact_numscans('share.utterance'::regclass),
        pg_stat_get_xact_tuples_fetched('share.utterance'::regclass)
$$;
begin;
select filename, ordinal from share.transcript_search('lighthouses', account_id => :'account');
select * from test.looks();
commit;
begin;
select count(*) from share.transcript_search('walked shore 77', account_id => :'account', "limit" => 100);
select * from test.looks();
commit;

-- Pages of a file and of an account go on where they stopped.
select f.file_id as many from share.file f where f.account_id = :'account' and f.path = '/many/1.mp4' \gset
select count(*), min(ordinal), max(ordinal) from share.transcript_search('walking', :'many', "limit" => 60);
select count(*), min(ordinal), max(ordinal) from share.transcript_search('walking', :'many', "limit" => 60, cursor => 60);
with recursive page as (
    select h.file_id, h.ordinal, 1 as n from (select * from share.transcript_search('lighthouse or "number 99"', account_id => :'account', "limit" => 1)) h
    union all
    select h.file_id, h.ordinal, p.n + 1 from page p cross join lateral share.transcript_search('lighthouse or "number 99"', account_id => :'account', "limit" => 1,
        cursor_file => p.file_id, cursor => p.ordinal) h
)
select count(*), count(distinct (file_id, ordinal)) from page;

-- A drive's alone; and none of a file that was deleted.
select count(*) from share.transcript_search('lighthouse', drive_id => (select d.drive_id from share.file_get(:'many') d), account_id => :'account');
select count(*) from share.transcript_search('lighthouse', drive_id => :'nowhere', account_id => :'account');
select count(share.file_delete(f.file_id)) from share.file f where f.account_id = :'account' and f.path = '/many/7.mp4';
select count(*) from share.transcript_search('lighthouse', account_id => :'account');
