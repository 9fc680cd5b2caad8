-- What is said in a file: put, listed, searched, written, asked about.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Without a transcript there is nothing to list and nothing to write.
select state, run from share.transcript_get(:'file');
select count(*) from share.utterance_list(:'file');
select count(*) from share.transcript_segment_list(:'file');
select * from test.refused(format('select share.transcript_export(%L)', :'file'));
select * from test.refused(format('select share.transcript_suggest(%L)', :'file'));
select * from test.refused(format('select share.transcript_chat(%L, ''What?'')', :'file'));

-- It is asked for, and put by who has heard it; in any order.
select share.transcript_rerun(:'file', 'en-GB') as job \gset
select state, language, has_dialogue, run, job_id = :'job' as is_job from share.transcript_get(:'file');
select j.kind, j.payload - 'file_id' as payload from share.job j where j.job_id = :'job';
select state, language, has_dialogue, run, utterances, segments, speakers from share.utterance_put(:'file', '[
    {"start_ms": 2500, "end_ms": 4000, "speaker": "Bob", "text": "The rivers were running <b>high</b> --> & wide."},
    {"start_ms": 0, "end_ms": 2500, "speaker": "Ada", "text": "Good evening."},
    {"start_ms": 5000, "end_ms": 9000.4, "speaker": "Ada", "text": "Nobody ran; and it was a long night, with all of the children of the village out on the road, looking for whoever had not come home by the time that the bells had rung."}
]', run => 1);
select ordinal, start_ms, end_ms, speaker, left(text, 20) as text from share.utterance_list(:'file');

-- A cue ends where the next one begins and where the file ends.
select duration_seconds from share.file_get(:'file');
select segments from share.transcript_segment_put(:'file', '[
    {"start_ms": 0, "end_ms": 3000, "text": "one"}, {"start_ms": 2000, "end_ms": 2100, "text": "two"}, {"start_ms": 7000, "end_ms": 99000, "text": "three"}
]');
select ordinal, start_ms, end_ms, text from share.transcript_segment_list(:'file');

-- What cannot be shown is refused with all of it.
select r.* from (values
    ('{}'),
    ('[1]'),
    ('[{"start_ms": 0, "end_ms": 1, "text": "x", "words": []}]'),
    ('[{"start_ms": 0, "end_ms": 1}]'),
    ('[{"start_ms": 5, "end_ms": 4, "text": "x"}]'),
    ('[{"start_ms": 5, "end_ms": 5, "text": "x"}]'),
    ('[{"start_ms": -1, "end_ms": 4, "text": "x"}]'),
    ('[{"start_ms": 0, "end_ms": 4, "text": "x"}, {"start_ms": 99000, "end_ms": 99001, "text": "x"}]'),
    ('[{"start_ms": 7, "end_ms": 8, "text": "x"}, {"start_ms": 7, "end_ms": 9, "text": "x"}]'),
    ('[{"start_ms": "soon", "end_ms": 9, "text": "x"}]'),
    ('[{"start_ms": 0, "end_ms": 9, "text": ""}]'),
    ('[{"start_ms": 0, "end_ms": 9, "text": "\u0007"}]')
) v(utterances), test.refused(format('select share.utterance_put(%L, %L)', :'file', v.utterances)) r;
select utterances, segments from share.transcript_get(:'file');
select test.rule(format('select share.utterance_put(%L, ''[]'', ''english please'')', :'file'));

-- A page, and what is heard in a while.
select ordinal from share.utterance_list(:'file', "limit" => 1, cursor => 1);
select ordinal from share.utterance_list(:'file', from_ms => 2500, to_ms => 5000);
select * from test.refused(format('select share.utterance_list(%L, "limit" => 0)', :'file'));

-- Words are found in the form that the language has them, by account.
select filename, ordinal, start_ms, end_ms, speaker from share.transcript_search('river runs', :'file');
select ordinal from share.transcript_search('"good evening" or children', :'file');
select ordinal from share.transcript_search('children -bells', :'file');
select count(*) from share.transcript_search('the', :'file');
select count(*) from share.transcript_search('', :'file');
select ordinal from share.transcript_search('running', account_id => :'account');
select ordinal from share.transcript_search('evening or children', account_id => :'account', "limit" => 1, cursor_file => :'file', cursor => 1);
select count(*) from share.transcript_search('running', account_id => :'other_account');
select * from test.refused('select share.transcript_search(''running'')');
select * from test.refused(format('select share.transcript_search(%L, %L)', repeat('x', 1001), :'file'));

-- Files of it.
select file_name, mime_type, body from share.transcript_export(:'file');
select file_name, mime_type, body from share.transcript_export(:'file', 'srt');
select file_name, mime_type, body from share.transcript_export(:'file', 'txt');
select file_name, mime_type, body from share.transcript_export(:'file', 'json');
select * from test.refused(format('select share.transcript_export(%L, ''ass'')', :'file'));
select * from test.refused(format('select share.transcript_export(%L, null)', :'file'));

-- Another language has other words.
select language from share.utterance_put(:'file', '[{"start_ms": 0, "end_ms": 900, "text": "Die Häuser waren leer."}]', 'de');
select ordinal from share.transcript_search('Haus', :'file');
select count(*) from share.transcript_search('were', :'file');

-- A run that found nothing is followed by one that does not look whether there is anything.
select has_dialogue, state from share.utterance_put(:'file', '[]', run => 1);
select share.transcript_rerun(:'file') as job \gset
select payload - 'file_id' as payload from share.job j where j.job_id = :'job';
select * from test.refused(format('select share.utterance_put(%L, ''[]'', run => 1)', :'file'));
select * from test.refused(format('select share.utterance_put(%L, ''[]'', run => 3)', :'file'));
select state, has_dialogue from share.utterance_put(:'file', '[{"start_ms": 0, "end_ms": 1900, "text": "Good evening."}, {"start_ms": 6000, "end_ms": 7000, "text": "Good night."}]', 'en', run => 2);
select * from test.refused(format('select share.transcript_export(%L)', :'nowhere'));

-- Suggestions: a worker is asked once, and gives three.
select suggestions, job_id is not null as asked from share.transcript_suggest(:'file');
select count(*) from share.job j where j.kind = 'transcript_suggest' and (select job_id from share.transcript_suggest(:'file')) = j.job_id;
select r.* from (values ('{a,b}'), ('{a,b,c,d}'), ('{a,b,null}'), ('{a,b,a}'), ('{a,b,""}'), (null)) v(given),
    test.refused(format('select share.transcript_suggestion_put(%L, %L)', :'file', v.given)) r;
select suggestions from share.transcript_suggestion_put(:'file', '{Who was there?,What happened?,Why at night?}');
select suggestions, job_id from share.transcript_suggest(:'file');

-- Chat: a job, an answer, and the times in it that lie in the file.
select id as chat, question, answer, marks from share.transcript_chat(:'file', 'When do they greet?') \gset
select kind, payload - 'file_id' - 'chat_id' as payload from share.job j where j.kind = 'transcript_chat';
select answer, marks from share.transcript_answer_put(:'chat', 'At [00:00] and [00:00:06], never at [59:59] or [00:61]; not at [1:00].');
select question, answer, marks from share.transcript_chat_list(:'file', :'chat');
select count(*) from share.transcript_chat(:'file', 'And then?');
select payload -> 'history' as history from share.job j where j.kind = 'transcript_chat' and j.payload ? 'history';
select payload ->> 'question' as question, payload ->> 'history' as history from share.job_list(kind => 'transcript_chat') limit 1;
select question, answer is not null as answered from share.transcript_chat_list(:'file');
select test.rule(format('select share.transcript_answer_put(%L, '''')', :'chat'));
select * from test.refused(format('select share.transcript_answer_put(%L, ''x'')', :'nowhere'));

-- A share of a part shows what lies in it, to nobody else's questions.
select id as part from share.segment_create(:'file', 5, 8) \gset
select id as part_share from share.share_create(:'file', file_segment_id => :'part', permissions => '{view,comments_view}') \gset
select visit_token as visit from share.share_open(:'part_share') \gset
select ordinal, text from share.utterance_list(:'file', visit_token => :'visit');
select ordinal from share.transcript_search('good', :'file', visit_token => :'visit');
select body from share.transcript_export(:'file', visit_token => :'visit');
select language, utterances, job_id from share.transcript_get(:'file', visit_token => :'visit');
select * from test.refused(format('select share.transcript_suggest(%L, visit_token => %L)', :'file', :'visit'));
select count(*) from share.transcript_chat_list(:'file', visit_token => :'visit');
select id as asked from share.transcript_chat(:'file', 'Where?', visit_token => :'visit') \gset
select payload -> 'shown' as shown from share.job j where j.kind = 'transcript_chat' and j.payload ? 'shown';
select count(*) from share.transcript_answer_put(:'asked', '[00:00] [00:06]');
select marks from share.transcript_chat_list(:'file', visit_token => :'visit');
select count(share.transcript_chat(:'file', 'again', visit_token => :'visit')) from generate_series(1, 19);
select * from test.refused(format('select share.transcript_chat(%L, ''again'', visit_token => %L)', :'file', :'visit'));
select * from test.refused(format('select share.transcript_search(''good'', visit_token => %L)', :'visit'));
select * from test.refused(format('select share.utterance_list(%L, visit_token => ''x'')', :'file'));
select count(*) from share.share_update(:'part_share', '{"permissions": ["download"]}');
select * from test.refused(format('select share.utterance_list(%L, visit_token => %L)', :'file', :'visit'));
select count(*) from share.share_update(:'part_share', '{"permissions": ["view"]}');

-- A token of minutes stands for who was given it, in one kind of export of one file.
select length(token), expires_at - statement_timestamp() as lasts, token from share.export_token_issue(:'file', 'transcript') \gset
select :'length' as length, :'lasts' as lasts;
select token as part_token from share.export_token_issue(:'file', 'transcript', 1, visit_token => :'visit') \gset
set role share_visitor;
select file_name from share.transcript_export(:'file', export_token => :'token');
select body from share.transcript_export(:'file', export_token => :'part_token');
select * from test.refused(format('select share.transcript_export(%L, export_token => ''x'')', :'file'));
select * from test.refused(format('select share.transcript_export(%L, export_token => %L)', :'nowhere', :'token'));
select * from test.refused(format('select share.transcript_export(%L, export_token => %L, visit_token => %L)', :'file', :'token', :'visit'));
reset role;
select count(*) from share.share_disable(:'part_share');
select * from test.refused(format('select share.transcript_export(%L, export_token => %L)', :'file', :'part_token'));
update share.export_grant set expires_at = statement_timestamp();
select * from test.refused(format('select share.transcript_export(%L, export_token => %L)', :'file', :'token'));
select r.* from (values ('passwords', 5), (null, 5), ('comments', 0), ('comments', 16)) v(what, minutes),
    test.refused(format('select share.export_token_issue(%L, %L, %L)', :'file', v.what, v.minutes)) r;
-- Those that are over go with the next.
select count(share.export_token_issue(:'file', 'comments')) from generate_series(1, 2);
select count(*) from share.export_grant;

-- What was told, and a drive that is another's.
select kind, count(*) from share.event_list(:'account', "limit" => 100) where kind ~ '^(transcript|export)' group by 1 order by 1;
select * from test.refused(format('select share.utterance_list(%L, drive_id => %L)', :'file', :'nowhere'));
