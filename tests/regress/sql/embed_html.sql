-- The element that puts a share's page into another page: what it says, and what does not get out of it.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

\set page 'https://app.example.com/share/01234567-89ab-4cde-8f01-23456789abcd?layout=minimal'
select share.embed_html(:'page', 'Launch – director''s cut', 711, 400, true);
select share.embed_html(:'page', null, 1, 10000, false);
select share.embed_html(null, 'Launch', 711, 400, true);
-- Whatever a title or a URL holds: one element, and the attributes as an XML reader sees them.
select html is document as one_element, xpath('/iframe/@title', html) as title, xpath('count(/iframe/@*)', html) as attributes, xpath('count(//*)', html) as elements
from unnest(array['"><script>alert(1)</script>', '" onload="alert(1)', ''' onload=''alert(1)', '` onload=`', '&quot; onload=&quot;', '</iframe><b>', e'a\nb\tc', U&'\FF02\FF1E']) title,
    lateral (select replace(share.embed_html(:'page', title, 711, 400, true), ' allowfullscreen ', ' allowfullscreen="" ')::xml as html) h;
select share.embed_html('https://app.example.com/share/x?a=''"<>`&b#"', 't', 711, 400, true);
select what, r.code, r.message, r.detail from (values
    ('http', format('%L, ''t'', 711, 400, true', 'http://app.example.com/share/x')), ('script', '''javascript:alert(1)'', ''t'', 711, 400, true'), ('data', '''data:text/html,x'', ''t'', 711, 400, true'), ('no URL', '''share/x'', ''t'', 711, 400, true'),
    ('user', '''https://user:word@app.example.com/'', ''t'', 711, 400, true'), ('blank', '''https://app.example.com/ x'', ''t'', 711, 400, true'), ('long', format('%L, ''t'', 711, 400, true', 'https://app.example.com/' || repeat('x', 2048))),
    ('width', format('%L, ''t'', 0, 400, true', :'page')), ('height', format('%L, ''t'', 711, 10001, true', :'page')), ('null', format('%L, ''t'', null, 400, true', :'page'))
) v(what, arguments), test.refused(format('select share.embed_html(%s)', arguments)) r;
select share.embed_html('http://127.0.0.1:3000/share/x', 'here', 711, 400, false) like '<iframe src="http://127.0.0.1:3000/share/x"%' as on_this_machine;
set role share_app;
select test.rule('select share.embed_html(null, null, null, null, null)');
