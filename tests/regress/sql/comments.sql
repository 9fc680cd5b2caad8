-- Comments of members and of who comes through a share: threads, times, what each sees, changes, deletion, paste.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select count(share.member_add(account_id => :'account', user_id => r::text, name => initcap(r::text), role => r)) as members from unnest('{viewer,commenter,editor}'::share.member_role[]) r;
select id as share from share.share_create(:'file', owner_id => 'ada', permissions => '{view,comments_view,comment,upload}') \gset
select visit_token as visit from share.share_open(:'share') \gset
select visit_token as second_visit from share.share_open(:'share') \gset
-- As a member of the account.
create function test.as_user(user_id text, statement text) returns table (code text, message text, detail text, hint text) language plpgsql as $$
begin
    set local role share_app;
    perform share.act_as(user_id);
    return query select r.code, r.message, r.detail, r.hint from test.refused(statement) r;
    reset role;
    perform set_config('pg_share.session', '', true);
end
$$;

-- A comment at a second, on a range, on the whole; a point and a box; what is drawn; where the application shows it.
select content, at_seconds, duration_seconds, is_public, author_kind, author_name, url = 'https://app.example.com/c/' || id as url, thread_id = id as is_first, parent_id, reply_count, mentions, reactions, attachments, is_own
from share.comment_add(:'file', 'Too dark', 'https://app.example.com/c/REPLACE_COMMENT_ID_ON_SERVER', at_seconds => 2.5);
select id as ranged, at_seconds, duration_seconds, anchor, annotation from share.comment_add(:'file', 'Crop', at_seconds => 1, duration_seconds => 4.00000049, anchor => '{"x": 0.1, "y": 0.2, "width": 0.9, "height": 0.5}',
    annotation => '[{"tool": "pen", "color": "#ff0000", "width": 0.01, "points": [[0, 0], [0.5, 1]]}, {"tool": "arrow", "color": "#00ff00", "width": 0.01, "points": [[0, 0], [1, 1]]}]') \gset
\echo :at_seconds :duration_seconds :anchor :annotation
select id as whole, at_seconds from share.comment_add(:'file', 'Nice', is_public => false) \gset
-- Through a share: by name, in public.
select id as guest_comment, account_id, content, author_kind, author_name, is_own, share_id = :'share' as share from share.comment_add(:'file', 'May I have a copy?', at_seconds => 6, guest_name => ' Gus ', visit_token => :'visit') \gset
\echo :account_id :content :author_kind :author_name :is_own :share

-- Refused.
create function test.tried(arguments text) returns table (arguments text, code text, message text, detail text) language sql as $$
    select $1, concat_ws(' ', r.code, nullif(r."constraint", '')), case when r."constraint" = '' then r.message end, case when r."constraint" = '' then r.detail end from test.refused(format('select share.comment_add(%L, %s)', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), $1)) r
$$;
select t.* from unnest(array[
    $$null$$, $$''$$, $$repeat('x', 10001)$$, $$e'a\x01'$$, $$'x', 'javascript:alert(1)'$$, $$'x', 'https://x/' || repeat('y', 2048)$$,
    $$'x', at_seconds => -1$$, $$'x', at_seconds => 8.1$$, $$'x', at_seconds => 'NaN'$$, $$'x', at_seconds => 'Infinity'$$, $$'x', at_seconds => 7, duration_seconds => 2$$,
    $$'x', at_seconds => 7, duration_seconds => -1$$, $$'x', duration_seconds => 1$$, $$'x', is_public => null$$,
    $$'x', anchor => '[]'$$, $$'x', anchor => '{"x": 0.5}'$$, $$'x', anchor => '{"x": 0.5, "y": 1.1}'$$, $$'x', anchor => '{"x": 0.5, "y": 0.5, "width": 0.6, "height": 0.1}'$$,
    $$'x', anchor => '{"x": 0.5, "y": 0.5, "z": 1}'$$, $$'x', anchor => '{"x": "0.5", "y": 0.5}'$$, $$'x', anchor => '{"x": 0.5, "y": 0.5, "page": 1.5}'$$,
    $$'x', annotation => '{}'$$, $$'x', annotation => '[]'$$, $$'x', annotation => '[1]'$$, $$'x', annotation => '[{"tool": "bomb", "color": "#ff0000", "width": 0.01, "points": [[0, 0]]}]'$$,
    $$'x', annotation => '[{"tool": "pen", "color": "red", "width": 0.01, "points": [[0, 0]]}]'$$, $$'x', annotation => '[{"tool": "pen", "color": "#ff0000", "width": 0.01, "points": [[0, 2]]}]'$$,
    $$'x', annotation => '[{"tool": "line", "color": "#ff0000", "width": 0.01, "points": [[0, 0]]}]'$$, $$'x', annotation => '[{"tool": "pen", "color": "#ff0000", "width": 0.01, "points": [0]}]'$$,
    $$'x', annotation => '[{"tool": "pen", "color": "#ff0000", "width": "1", "points": [[0, 0]]}]'$$,
    $$'x', mentions => '{nobody}'$$, $$'x', mentions => array[null]$$, $$'x', drive_id => '00000000-0000-4000-8000-000000000000'$$
]) with ordinality a(arguments, n), test.tried(a.arguments) t order by a.n;
select * from test.refused(format('select share.comment_add(%L, ''x'', visit_token => %L)', :'file', :'visit'));
select * from test.refused(format('select share.comment_add(%L, ''x'', guest_name => ''Gus'', is_public => false, visit_token => %L)', :'file', :'visit'));
select * from test.refused(format('select share.comment_add(%L, ''x'', guest_name => e''G\x01'', visit_token => %L)', :'file', :'visit'));
select * from test.refused(format('select share.comment_add(%L, ''x'', guest_name => ''Gus'', visit_token => %L)', :'other_file', :'visit'));
select u, r.* from unnest(array['viewer', 'commenter', 'stranger']) u, test.as_user(u, format('select share.comment_add(%L, ''x'', at_seconds => 0)', :'file')) r;

-- Replies, to replies too: one thread. Those of an internal comment are internal.
select id as reply, thread_id = :'guest_comment' as thread, parent_id = :'guest_comment' as parent, is_public, content from share.comment_reply(:'file', :'guest_comment', 'Sure') \gset
\echo :thread :parent :is_public :content
select thread_id = :'guest_comment' as thread, parent_id = :'reply' as parent, author_name from share.comment_reply(:'file', :'reply', 'Thanks', guest_name => 'Gus', visit_token => :'visit');
select is_public from share.comment_reply(:'file', :'reply', 'But not too early', is_public => false);
select is_public from share.comment_reply(:'file', :'whole', 'Indeed');
select * from test.refused(format('select share.comment_reply(%L, %L, ''x'', is_public => true)', :'file', :'whole'));
select * from test.refused(format('select share.comment_reply(%L, %L, ''x'', guest_name => ''Gus'', visit_token => %L)', :'file', :'whole', :'visit'));
select * from test.refused(format('select share.comment_reply(%L, %L, ''x'')', :'file', :'nowhere'));
select * from test.refused(format('select share.comment_reply(%L, %L, ''x'')', :'other_file', :'reply'));

-- Lists: threads, with the first replies, by time, near a second, one thread, filtered, by pages.
select content, at_seconds, is_public, reply_count from share.comment_list(:'file');
select content, at_seconds, is_public, reply_count, parent_id is not null as is_reply from share.comment_list(:'file', replies => 2, direction => 'desc');
select content, at_seconds from share.comment_list(:'file', sort => 'at_seconds');
select content, at_seconds, duration_seconds from share.comment_list(:'file', near => 4.5);
select content, at_seconds, duration_seconds from share.comment_list(:'file', near => 5.5, "limit" => 1);
select content, is_public from share.comment_list(:'file', thread => :'reply');
select content from share.comment_list(:'file', is_public => false);
select content from share.comment_list(:'file', "limit" => 2);
select content from share.comment_list(:'file', "limit" => 2, cursor => :'ranged');
select content from share.comment_list(:'file', sort => 'at_seconds', "limit" => 1, cursor => :'ranged');
-- Through a share: public ones, no ids of the account's, one's own told apart.
select content, account_id, url, author_kind, author = :'account' or author = 'ada' as known, author_name, is_own, share_id is not null as share, reply_count from share.comment_list(:'file', replies => 5, visit_token => :'visit');
select content, is_own from share.comment_list(:'file', thread => :'reply', visit_token => :'second_visit');
select * from test.refused(format('select share.comment_list(%L, thread => %L, visit_token => %L)', :'file', :'whole', :'visit'));
create function test.listed(arguments text) returns table (arguments text, code text, message text, detail text, hint text, "constraint" text) language sql as $$
    select $1, r.* from test.refused(format('select share.comment_list(%L, %s)', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), $1)) r
$$;
select t.* from unnest(array[$$sort => 'x'$$, $$direction => 'x'$$, $$replies => 101$$, $$"limit" => 0$$, $$near => -1$$, $$near => 'NaN'$$, $$near => 1, cursor => share.new_id()$$, $$thread => share.new_id()$$, $$cursor => share.new_id()$$])
    with ordinality a(arguments, n), test.listed(a.arguments) t order by a.n;

-- Resolved, by whom and when: null is true, nothing toggles.
select id = :'guest_comment' as first, resolved_at is not null as resolved, resolved_by_name from share.comment_resolve(:'file', :'reply', null, 'https://app.example.com/c/REPLACE_COMMENT_ID_ON_SERVER');
select resolved_at is not null as resolved from share.comment_resolve(:'file', :'reply');
select content from share.comment_list(:'file', resolved => true);
select count(*) from share.comment_list(:'file', resolved => false);
select resolved_at, resolved_by from share.comment_resolve(:'file', :'guest_comment', false, visit_token => :'visit');
select resolved_at, resolved_by from share.comment_resolve(:'file', :'guest_comment', false);

-- Reactions: exactly one of both, one's own.
select reaction ->> 'id' as reaction, reaction - 'id' - 'author' as made from share.comment_react(:'file', :'guest_comment', '👍'), jsonb_array_elements(reactions) reaction \gset
\echo :made
select jsonb_array_length(reactions) from share.comment_react(:'file', :'guest_comment', '👍');
select jsonb_path_query_array(reactions, '$[*].is_own') as own from share.comment_react(:'file', :'guest_comment', '👍', guest_name => 'Gus', visit_token => :'visit');
select * from test.refused(format('select share.comment_react(%L, %L, reaction_to_remove => %L, visit_token => %L)', :'file', :'guest_comment', :'reaction', :'visit'));
select jsonb_array_length(reactions) from share.comment_react(:'file', :'guest_comment', reaction_to_remove => :'reaction');
select r.code, r."constraint" from unnest(array['null', $$'a', share.new_id()$$, $$'a b'$$, $$repeat('x', 33)$$]) a, test.refused(format('select share.comment_react(%L, %L, %s)', :'file', :'guest_comment', a)) r;

-- Mentions: whom the comment may reach, one job for each, none twice.
select kind, case kind when 'user' then id end as id, name, email from share.mentionable_user_list(:'file');
select kind, name, email, id ~ '^[0-9a-f-]{36}$' as hidden from share.mentionable_user_list(:'file', visit_token => :'visit');
select name from share.mentionable_user_list(:'file', 'Ed');
select name from share.mentionable_user_list(:'file', is_public => false);
select id as mentioning, mentions from share.comment_add(:'file', 'Look', mentions => '{ada,editor}') \gset
\echo :mentions
select jsonb_path_query_array(mentions, '$[*].id') as ids from share.comment_update(:'file', :'mentioning', mentions => '{editor,viewer}');
select payload - 'comment_id' - 'file_id' as payload from share.job where kind = 'mention' order by job_id;
select id as owner from share.mentionable_user_list(:'file', 'ada', visit_token => :'visit') \gset
select jsonb_path_query_array(mentions, '$[*].name') as names, mentions @> '[{"id": "ada"}]' as told from share.comment_reply(:'file', :'guest_comment', 'Ada?', array[:'owner'], guest_name => 'Gus', visit_token => :'visit');
select code, message from test.refused(format('select share.comment_reply(%L, %L, ''x'', ''{ada}'', guest_name => ''Gus'', visit_token => %L)', :'file', :'guest_comment', :'visit'));

-- Changes: what is not given stays, null and -1 take a time away; what was before is kept.
select content, at_seconds, duration_seconds, edited_at is not null as edited from share.comment_update(:'file', :'ranged', 'Crop it');
select content, at_seconds, duration_seconds from share.comment_update(:'file', :'ranged', duration_seconds => -1);
select at_seconds, duration_seconds from share.comment_update(:'file', :'ranged', at_seconds => 2, duration_seconds => 3);
select at_seconds, duration_seconds from share.comment_update(:'file', :'ranged', at_seconds => null);
select content, at_seconds, duration_seconds, is_public, editor_kind from share.comment_edit_list(:'file', :'ranged');
select * from test.refused(format('select share.comment_update(%L, %L, at_seconds => 9)', :'file', :'ranged'));
select * from test.refused(format('select share.comment_update(%L, %L, at_seconds => 1)', :'file', :'reply'));
-- A thread made internal takes its replies along; its author finds it no more.
select is_public, reply_count from share.comment_update(:'file', :'guest_comment', is_public => false);
select content, is_public from share.comment_list(:'file', thread => :'guest_comment');
select * from test.refused(format('select share.comment_update(%L, %L, ''Please'', visit_token => %L)', :'file', :'guest_comment', :'visit'));
select * from test.refused(format('select share.comment_update(%L, %L, is_public => true)', :'file', :'reply'));
select is_public from share.comment_update(:'file', :'guest_comment', is_public => true);
select is_public from share.comment_update(:'file', :'reply', is_public => true);
select reply_count from share.comment_list(:'file', visit_token => :'visit') where id = :'guest_comment';
-- Others' words are theirs; editors decide who sees them.
select u, r.* from unnest(array['commenter', 'editor']) u, test.as_user(u, format('select share.comment_update(%L, %L, ''mine'')', :'file', :'guest_comment')) r;
select u, r.* from unnest(array['commenter', 'editor']) u, test.as_user(u, format('select share.comment_update(%L, %L, is_public => true)', :'file', :'guest_comment')) r;
select * from test.refused(format('select share.comment_update(%L, %L, ''x'', visit_token => %L)', :'file', :'guest_comment', :'second_visit'));
select content from share.comment_update(:'file', :'guest_comment', 'May I have a copy, please?', visit_token => :'visit');

-- Deleted: without replies it is gone, with some its place stays.
select object from share.comment_delete(:'file', :'whole');
select object from share.comment_delete(:'file', :'guest_comment', visit_token => :'visit');
select * from test.refused(format('select share.comment_delete(%L, %L)', :'file', :'guest_comment'));
select * from test.refused(format('select share.comment_delete(%L, %L, visit_token => %L)', :'file', :'reply', :'visit'));
select content, author_name, deleted_at is not null as deleted, reply_count from share.comment_list(:'file', replies => 5);
select count(share.comment_delete(:'file', c.id)) from share.comment_list(:'file', thread => :'guest_comment') c where c.deleted_at is null;
select content from share.comment_list(:'file');
select count(*) filter (where content is not null or url is not null) as left, count(*) from share.comment where deleted_at is not null;

-- Pasted to another file: threads and authors stay, times beyond its end go.
select id as short from share.file_create(:'account', '/launch/short.mp4', 'video', duration_seconds => 3) \gset
select id as pasted_range from share.comment_add(:'file', 'Long', at_seconds => 2, duration_seconds => 4) \gset
select id as pasted_late from share.comment_add(:'file', 'Late', at_seconds => 5) \gset
select id as pasted_reply from share.comment_reply(:'file', :'pasted_late', 'Why?') \gset
select * from share.comment_reply(:'file', :'pasted_reply', 'Because') \gset ignored_
select p.content, p.at_seconds, p.duration_seconds, p.author_name, p.url, p.parent_id is null as first, (select o.content from share.comment o where o.comment_id = p.copied_from) = p.content as copied,
    (select o.content from share.comment o where o.comment_id = p.parent_id) as parent, jsonb_array_length(p.mentions) as mentions
from share.comment_paste(:'short', :'file') p;
select content, reply_count from share.comment_list(:'short');
select count(*) from share.job where kind = 'mention';
select * from test.refused(format('select share.comment_paste(%L, %L)', :'file', :'file'));
select code, message from test.refused(format('select share.comment_paste(%L, %L)', :'file', :'other_file'));
select code, message from test.refused(format('select share.comment_paste(%L, %L, visit_token => %L)', :'short', :'file', :'visit'));

-- One event for each, nothing of what was said.
select kind, actor_kind, count(*), string_agg(distinct detail ->> 'author_kind', ',') as authors from share.event where kind ~ '^comment' group by 1, 2 order by 1, 2;
select count(*) from share.event where detail::text ~ 'copy|Crop|Gus';
