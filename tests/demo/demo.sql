-- The SQL of the demo. psql runs it in a new database, first up to \quit, then with kid and base_url the rest, because
-- nginx starts in between with the key. What it echoes after = is for the program that runs it.
\if :{?base_url}
\else

\echo '-- The extension, its tables, and a key that only this database and nginx know.'
create extension pg_share;
select share.migrate() \gset
select kid, secret from share.signing_key_create(algorithm => 'MD5', reveal => true) \gset
\echo = kid :kid
\echo = secret :secret
\quit

\endif

\echo '-- An account with two members, its media served by nginx, and where the pages of its shares live.'
select id as account from share.account_create(name => 'Acme') \gset
select user_id from share.member_add(account_id => :'account', user_id => 'ada', name => 'Ada', role => 'owner') \gset
select user_id from share.member_add(account_id => :'account', user_id => 'ben', name => 'Ben', role => 'viewer') \gset
select name from share.delivery_create(account_id => :'account', name => 'nginx', scheme => 'nginx_secure_link',
    base_url => :'base_url', kid => :'kid') \gset
select format('alter database %I set pg_share.link_base_url = %L;', current_database(), :'base_url') \gexec

\echo '-- A film: where its stream, its original and its poster lie below the address of nginx.'
select id as film from share.file_create(account_id => :'account', path => '/launch/Launch film.mp4', media_type => 'video',
    mime_type => 'video/mp4', duration_seconds => 8.0, status => 'completed') \gset
select path from share.origin_put(file_id => :'film', kind => 'stream', path => 'film/master.m3u8') \gset
select path from share.origin_put(file_id => :'film', kind => 'source', path => 'originals/film.mp4') \gset
select path from share.origin_put(file_id => :'film', kind => 'thumbnail', path => 'posters/film.jpg') \gset

\echo '-- Three seconds of it, with a source of their own: a segment never hands out that of the whole film. Its stream is the'
\echo '-- film''s, told to play this part. nginx checks the directory alone: whoever tries reaches the rest of the stream too.'
select id as segment from share.segment_create(file_id => :'film', start_time => 2.0, end_time => 5.0) \gset
select path from share.origin_put(file_id => :'film', file_segment_id => :'segment', kind => 'source',
    path => 'originals/film-2-5.mp4') \gset

\echo '-- What is said in it, as a recogniser has heard it.'
select utterances from share.utterance_put(file_id => :'film', language => 'en-GB', utterances => '[
    {"start_ms": 400, "end_ms": 1900, "speaker": "Ada", "text": "This is the whole set."},
    {"start_ms": 2200, "end_ms": 4800, "speaker": "Ada", "text": "The closer we come, the more of it there is."},
    {"start_ms": 5200, "end_ms": 7600, "speaker": "Ben", "text": "And it never ends?"}
]') \gset

\echo '-- Another film, which the links of the first must not open.'
select id as other_film from share.file_create(account_id => :'account', path => '/launch/Other film.mp4', media_type => 'video',
    mime_type => 'video/mp4', duration_seconds => 8.0, status => 'completed') \gset
select path from share.origin_put(file_id => :'other_film', kind => 'stream', path => 'other/master.m3u8') \gset

\echo '-- The shares: one row each. All URLs are signed when they are read. Who opens the public one may comment.'
select id as public from share.share_create(file_id => :'film', title => 'Launch film',
    description => 'Eight seconds of a flight into the Mandelbrot set.',
    permissions => '{view, download, comment, comments_view}') \gset
select id as private from share.share_create(file_id => :'film', visibility => 'private', title => 'Launch film, for us') \gset
select id as segment_share from share.share_create(file_id => :'film', file_segment_id => :'segment',
    title => 'Launch film, second 2 to 5') \gset
select id as other from share.share_create(file_id => :'other_film', title => 'Other film') \gset

\echo '-- A guest opens the public link, and by the token of this visit comments on second 3 of the film. A member answers.'
select visit_token from share.share_open(:'public') \gset
select id as comment from share.comment_add(file_id => :'film', at_seconds => 3, content => 'Hold here a little longer.',
    guest_name => 'Eve', visit_token => :'visit_token') \gset
begin;
set local role share_app;
select share.act_as('ada') \gset
select id as answer from share.comment_reply(file_id => :'film', comment_id => :'comment', content => 'Half a second more.') \gset
commit;
\echo = film :film
\echo = public :public
\echo = private :private
\echo = segment :segment_share
\echo = other :other
