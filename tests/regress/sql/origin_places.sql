-- Where accounts are served from one place, no path of one is opened by what is signed for the other.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- A key of RFC 7515 A.2, for services that sign by the id of a video, and one of the documentation of keycdn.
\set rsa_file :source '/../../pg_share/core/src/rfc7515_rsa_key.txt'
\set rsa `cat :'rsa_file'`
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys
from (values ('rs', 'RS256', translate(:'rsa', E' \n', ''), 'base64'), ('md5', 'MD5', 'a-secure-token-key', null)) k(kid, algorithm, secret, encoding);
select a.name as account, d.name from (values (:'account'::uuid, 'Acme'), (:'other_account', 'Other')) a(id, name),
    share.delivery_create(a.id, 'videos', 'cloudflare_stream', 'https://customer-1.cloudflarestream.com', 'rs', '{stream,download}') d order by 1;
create function test.put(path text, kind text default 'source') returns table (path text, kind text, code text, message text) language sql as $$
    select $1, $2, r.code, r.message from test.refused(format('select share.origin_put(%L, %L, %L)', (select f.file_id from share.file f where f.path = '/other.mp4'), kind, path)) r
$$;

-- A token is for the id of a video, whatever follows it; for another id there is no rule to break.
select path from share.origin_put(:'file', 'stream', '0123456789abcdef0123456789abcdef/manifest/video.m3u8');
select t.* from (values (1, '0123456789abcdef0123456789abcdef/downloads/default.mp4', 'source'), (2, '0123456789abcdef0123456789abcdef/manifest/video.m3u8', 'stream'),
    (3, '0123456789abcdef0123456789abcdef/thumbnails/thumbnail.jpg', 'thumbnail'), (4, '0123456789abcdef0123456789abcdef.m3u8', 'stream'),
    (5, '0123456789abcdef0123456789abcde0/downloads/default.mp4', 'source')) p(n, path, kind), test.put(p.path, p.kind) t order by p.n;
-- The account's own are its own affair.
select path from share.origin_put(:'file', 'source', '0123456789abcdef0123456789abcdef/downloads/default.mp4');

-- No path looks like the folder that stands for a share's epoch: the edge takes that off, and another account's object remains.
select t.* from (values (1, 's/' || :'nowhere' || '.1/originals/film.mp4'), (2, 'S/' || upper(:'nowhere') || '.12/a.mp4'), (3, 's/films/a.mp4')) p(n, path), test.put(p.path) t order by p.n;
select test.rule(format('insert into share.origin (account_id, origin_id, file_id, kind, path) values (%L, gen_random_uuid(), %L, ''proxy'', %L)', :'account', :'file', 's/' || :'nowhere' || '.1/a.mp4'));

-- Behind that folder each path has a directory; a stream that has none of its own would be signed with everything.
select name from share.delivery_create(:'account', 'epochs', 'nginx_secure_link', 'https://epochs.example.com', 'md5', options => '{"epoch_in_path": true}');
select stream_delivery from share.account_update(:'account', '{"stream_delivery": "epochs"}');
select path from share.origin_put(:'file', 'stream', 'DS00Spx1CV902MCtPj5WknGlR102V5HFkDe.m3u8');
select stream_url, preview_url is not null as preview from share.share_create(:'file', visibility => 'private');
