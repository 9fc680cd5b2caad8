-- What callers bring as text, read without an error: addresses, percent-encoding, the headers of a gateway.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- What is read as an address the server reads in the same way, whatever stands in it.
create function test.inet(text text) returns inet
language plpgsql as $$ begin return text::inet; exception when invalid_text_representation then return null; end $$;
select a, share.address_read(a) as ours, host(test.inet(a)) as the_server
from unnest(array['192.0.2.7', '192.000.002.007', '10/8', '10/15', '10/16', '192.0.2/24', '192.0.2', '192.0.2.7/024', '2001:DB8::7/32', '::1/129', '::192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207', '1:2:3:4:5:6:7::', 'fe80::1%eth0', ' 192.0.2.7', '', 'localhost']) a;
with seed(text) as (
    values ('192.0.2.7'), ('192.0.2/24'), ('10/8'), ('0/0'), ('255.255.255.255/32'), ('2001:db8::7/64'), ('::'), ('::1'), ('1:2:3:4:5:6:7:8'), ('64:ff9b::192.0.2.7'), ('::ffff:192.0.2.7/128')
), changed(text) as (
    -- Each with one character put in the place of none, one or two.
    select distinct overlay(s.text placing c.character from place for taken)
    from seed s
    cross join regexp_split_to_table('0 1 2 3 5 6 8 9 a f g . : / - +', ' ') c(character)
    cross join generate_series(1, length(s.text) + 1) place
    cross join generate_series(0, 2) taken
)
select count(*) > 1000 as many, count(*) filter (where ours is not null) > 500 as some_are, count(*) filter (where ours is null) > 500 as some_are_none,
    count(*) filter (where ours is not null and theirs is null) as refused_by_the_server,
    count(*) filter (where ours::inet <> host(theirs)::inet and not theirs <<= '::ffff:0:0/96' and not host(theirs)::inet <<= '::ffff:0:0/96') as read_otherwise
from (select share.address_read(c.text) as ours, test.inet(c.text) as theirs from changed c) c;

-- Percent-encoding, and what is no text.
select t, share.url_decode(t) as decoded from unnest('{plain+text,%C3%BC%20a%2Fb,100%,%zz%4,ü%41,%ff,%C3,a%00b,%ED%A0%80,NULL}'::text[]) t;

-- Headers are those of a gateway; one whose headers cannot be read says nothing, but is one.
set pg_share.address_header = 'x-real-ip';
begin;
select h, share.visit_context('{"address": "192.0.2.9", "country": "DE", "terms_version": "1"}') as known
from unnest(array[
    '', '{"x-real-ip": "192.0.2.7", "referer": "https://example.com/"}', '{"x-real-ip": "192.0.2.1, ::ffff:192.0.2.7"}', '{"x-real-ip": "nowhere", "user-agent": "x"}',
    '{"x-real-ip": "192.0.2.7", "user-agent": "a\u0000b"}', '{"x-real-ip": "192.0.2.7", "user-agent": 7}', '{"user-agent": "x', '[]', 'null', '{"user-agent": "\ud800"}'
]) h, lateral (select set_config('request.headers', h, true) offset 0) c
where c is not null;
rollback;
reset pg_share.address_header;
select test.rule($$select share.visit_context('{"address": "nowhere"}')$$), share.visit_context('{"address": "::ffff:192.0.2.7/80"}') as known;

-- Entries of restrictions.
select a, test.rule(format('select share.restrictions_check(%L)', jsonb_build_object('blocked_addresses', array[a]))) from unnest('{192.0.2.0/24,10/8,2001:db8::/32,192.0.2.0/33,example.com}'::text[]) a;
