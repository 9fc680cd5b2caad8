-- Comments as files: what members and visitors get, frame rates, tokens.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

select id as first from share.comment_add(:'file', 'Too dark', at_seconds => 1.001) \gset
select content from share.comment_reply(:'file', :'first', 'Fixed');
select content from share.comment_add(:'file', 'Cut here', at_seconds => 3, duration_seconds => 1.5, is_public => false);
select content from share.comment_add(:'file', '=1+1');
select id as gone from share.comment_add(:'file', 'gone', at_seconds => 2) \gset
select count(*) from share.comment_delete(:'file', :'gone');
select count(*) from share.comment_resolve(:'file', :'first');

select file_name, mime_type, body from share.comment_export(:'file', 'txt');
select file_name, mime_type, body from share.comment_export(:'file', 'vtt', public_only => true);
select file_name, mime_type from share.comment_export(:'file', 'markdown');
select body from share.comment_export(:'file', 'edl', '29.97df', '01:00:00:00');
select regexp_matches(body, '<marker [^>]*>', 'g') as marker from share.comment_export(:'file', 'fcpxml', '23.976');
select regexp_replace(body, '"[0-9a-f-]{36}"|"20[0-9T:Z-]+"', '"…"', 'g') as body from share.comment_export(:'file', 'csv');

-- The rate of the file's metadata counts where none is given, and one that is none does not.
select count(*) from share.file_update(:'file', '{"metadata": {"frame_rate": "30000/1001", "start_timecode": "10:00:00:00"}}');
select (regexp_match(body, '\* LOC: \S+'))[1] as locator, (regexp_match(body, 'FCM: [^\r]*'))[1] as mode from share.comment_export(:'file', 'edl');
select count(*) from share.file_update(:'file', '{"metadata": {"frame_rate": "fast", "start_timecode": "noon"}}');
select (regexp_match(body, '\* LOC: \S+'))[1] as locator from share.comment_export(:'file', 'edl');
select r.* from (values ('xlsx', null, null), (null, null, null), ('edl', '12', null), ('edl', '25', '25:00:00:00')) v(type, rate, start),
    test.refused(format('select share.comment_export(%L, %L, %L, %L)', :'file', v.type, v.rate, v.start)) r;

-- A visit gets what is public and lies in what its share shows.
select id as part from share.segment_create(:'file', 0.5, 4) \gset
select id as part_share from share.share_create(:'file', file_segment_id => :'part', permissions => '{view,comments_view}') \gset
select visit_token as visit from share.share_open(:'part_share') \gset
select body from share.comment_export(:'file', 'txt', visit_token => :'visit');
select token from share.export_token_issue(:'file', 'comments', visit_token => :'visit') \gset
set role share_visitor;
select body from share.comment_export(:'file', 'srt', export_token => :'token');
select * from test.refused(format('select share.transcript_export(%L, export_token => %L)', :'file', :'token'));
reset role;
select count(*) from share.share_update(:'part_share', '{"permissions": ["view"]}');
select * from test.refused(format('select share.comment_export(%L, ''csv'', visit_token => %L)', :'file', :'visit'));
select * from test.refused(format('select share.comment_export(%L, ''csv'', export_token => %L)', :'file', :'token'));
