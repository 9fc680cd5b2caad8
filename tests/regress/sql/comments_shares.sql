-- Comments through a share: what a segment's share shows, permissions, limits of guests, recipients, files of one share.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select id as part from share.share_create(:'file', file_segment_id => :'segment', permissions => '{view,comments_view,comment}') \gset
select id as whole from share.share_create(:'file', permissions => '{view,comments_view,comment}', recipients => '[{"email": "zoe@example.com", "name": "Zoe"}]') \gset
select id as reading from share.share_create(:'file', visibility => 'public', permissions => '{view,comments_view}', recipients => '[{"email": "yan@example.com"}]', recipients_only => false) \gset
select id as writing from share.share_create(:'file', permissions => '{view,comment}', recipients => '[{"email": "xia@example.com"}]', recipients_only => false) \gset
select visit_token as part_visit from share.share_open(:'part') \gset
select regexp_replace(share.recipient_link(id), '^.*r=', '') as token from share.recipient_list(:'whole') \gset
select visit_token as zoe from share.share_open(:'whole', recipient_token => :'token') \gset
select visit_token as reading_visit from share.share_open(:'reading') \gset
select visit_token as writing_visit from share.share_open(:'writing') \gset

select count(share.comment_add(:'file', c.text, at_seconds => c.at, duration_seconds => c.length)) as made
from (values (1, 'before', 1.0, null), (2, 'at its begin', 2.0, null), (3, 'inside', 3, 1), (4, 'across its end', 4, 2), (5, 'at its end', 5, null), (6, 'of the whole', null, null)) c(n, text, at, length);
-- A share of the seconds 2 to 5 shows what lies in them; what is said on the whole, to who says it through the same share.
select content, at_seconds, duration_seconds from share.comment_list(:'file', visit_token => :'part_visit');
select content from share.comment_list(:'file', near => 4.5, visit_token => :'part_visit');
select content from share.comment_list(:'file', sort => 'at_seconds', direction => 'desc', visit_token => :'part_visit');
select id as on_whole from share.comment_add(:'file', 'fine', guest_name => 'Gus', visit_token => :'part_visit') \gset
select content from share.comment_list(:'file', direction => 'desc', "limit" => 1, visit_token => :'part_visit');
select r.code, r.message, r.detail from unnest(array['1', '5', '4, duration_seconds => 2', '9']) t,
    test.refused(format('select share.comment_add(%L, ''x'', at_seconds => %s, guest_name => ''Gus'', visit_token => %L)', :'file', t, :'part_visit')) r;
select at_seconds from share.comment_add(:'file', 'x', at_seconds => 4.5, guest_name => 'Gus', visit_token => :'part_visit');
select id as outside from share.comment_list(:'file', "limit" => 1) \gset
select c.name, r.code, r.message from (values
    ('list', format('select share.comment_list(%L, thread => %L, visit_token => %L)', :'file', :'outside', :'part_visit')),
    ('reply', format('select share.comment_reply(%L, %L, ''x'', guest_name => ''Gus'', visit_token => %L)', :'file', :'outside', :'part_visit')),
    ('resolve', format('select share.comment_resolve(%L, %L, visit_token => %L)', :'file', :'outside', :'part_visit')),
    ('react', format('select share.comment_react(%L, %L, ''x'', visit_token => %L)', :'file', :'outside', :'part_visit')),
    ('attachments', format('select share.attachment_list(%L, %L, visit_token => %L)', :'file', :'outside', :'part_visit'))
) c(name, statement), test.refused(c.statement) r;

-- A recipient comes by name; a whole file's share shows all that is public.
select author_kind, author_name, is_own from share.comment_add(:'file', 'by Zoe', visit_token => :'zoe');
select content, author_name, is_own from share.comment_list(:'file', direction => 'desc', "limit" => 3, visit_token => :'zoe');
-- Who may only read does not write; who may only write reads nothing but one's own.
select code, message, detail from test.refused(format('select share.comment_add(%L, ''x'', guest_name => ''Gus'', visit_token => %L)', :'file', :'reading_visit'));
select count(*) from share.comment_list(:'file', visit_token => :'reading_visit');
select code, message, detail from test.refused(format('select share.comment_list(%L, visit_token => %L)', :'file', :'writing_visit'));
select id as own from share.comment_add(:'file', 'blind', guest_name => 'Gus', visit_token => :'writing_visit') \gset
select content from share.comment_update(:'file', :'own', 'still blind', visit_token => :'writing_visit');
select code, message, detail from test.refused(format('select share.comment_react(%L, %L, ''x'', visit_token => %L)', :'file', :'outside', :'writing_visit'));
select object from share.comment_delete(:'file', :'own', visit_token => :'writing_visit');
select code, message, detail from test.refused(format('select share.comment_list(%L, visit_token => ''forged'')', :'file'));

-- A guest writes so much in an hour and no more, and an address ten times as much; others are not held up.
set pg_share.guest_comments = 2;
set role share_app;
select visit_token as guest from share.share_open(:'part', context => '{"address": "192.0.2.7"}') \gset
select count(share.comment_add(:'file', 'x', guest_name => 'Gus', visit_token => :'guest', context => '{"address": "192.0.2.7"}')) from generate_series(1, 2);
reset role;
select r.* from test.refused(format('select share.comment_add(%L, ''x'', guest_name => ''Gus'', visit_token => %L, context => ''{"address": "192.0.2.7"}'')', :'file', :'guest')) r;
select content from share.comment_add(:'file', 'by Zoe again', visit_token => :'zoe');
select split_part(counted, ' ', 1) as counted, case when counted ~ '^address' then split_part(counted, ' ', 2) end as address, writes from share.comment_guest_count where counted !~ '^visit' or writes > 1 order by 1, 2, 3;
update share.comment_guest_count set writes = 20 where counted = 'address 192.0.2.7';
set role share_app;
select visit_token as fresh_guest from share.share_open(:'part', context => '{"address": "192.0.2.7"}') \gset
reset role;
select r.* from test.refused(format('select share.comment_add(%L, ''x'', guest_name => ''Gus'', visit_token => %L, context => ''{"address": "192.0.2.7"}'')', :'file', :'fresh_guest')) r;
update share.comment_guest_count set counted_from = counted_from - interval '1 hour';
select author_name from share.comment_add(:'file', 'an hour later', guest_name => 'Gus', visit_token => :'guest', context => '{"address": "192.0.2.7"}');
select count(*) from share.comment_guest_count;

-- Two files of one share: pasted is what it shows, counted as so many.
reset pg_share.guest_comments;
select id as second from share.file_create(:'account', '/launch/second.mp4', 'video', duration_seconds => 10) \gset
select id as both from share.share_create(:'second', permissions => '{view,comments_view,comment}', items => jsonb_build_array(jsonb_build_object('file_id', :'file', 'file_segment_id', :'segment'))) \gset
select visit_token as both_visit from share.share_open(:'both') \gset
select content, at_seconds, author_kind, copied_from from share.comment_paste(:'second', :'file', visit_token => :'both_visit');
set pg_share.guest_comments = 1;
select code, message from test.refused(format('select share.comment_paste(%L, %L, visit_token => %L)', :'second', :'file', :'both_visit'));
select count(*) from share.comment_list(:'second');
