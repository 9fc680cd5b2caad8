-- Passwords: which may be set, what is stored, what fits, and that nothing of them is told. And the settings around them.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- What may be set.
select share.password_check('eight ok'), share.password_check('пароль из слов'), share.password_check(null), length(share.password_check(repeat('é', 512)));
select what, r.code, r.message, r.detail, r.hint, strpos(concat_ws(' ', r.message, r.detail, r.hint), password) > 0 as told from (values
    ('short', 'seven77'), ('seven characters, 14 bytes', 'пароль7'), ('too many bytes', repeat('é', 513)), ('a million', repeat('x', 1000000)), ('a line', e'eight ok\nmore'), ('a tab', e'eight\tok!'), ('C1', e'eight ok\u0085')
) v(what, password), test.refused(format('select share.password_check(%L)', password)) r;
select r.code, r.message, r.detail from test.refused('select share.password_check('''')') r;
set pg_share.password_min_length = 12;
select test.rule('select share.password_check(''eight ok'')'), share.password_check('twelve chars');
set pg_share.password_min_length = 1;
select share.password_check('x'), test.rule('select share.password_check('''')');
reset pg_share.password_min_length;
-- Hashing refuses what the check does.
select what, r.code, r.message, r.detail, r.hint from (values ('empty', ''), ('too long', repeat('x', 1025)), ('a line', e'eight ok\n')) v(what, password), test.refused(format('select share.password_hash(%L)', password)) r;
select share.password_hash(null);

-- What is stored: Argon2id at OWASP's cost, each time with another salt.
select share.password_hash('correct horse') as hash \gset
select regexp_replace(:'hash', '[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$', '<salt>$<hash>') as stored, share.password_hash('correct horse') <> :'hash' as salted;
select left(given, 20) as given, share.password_verify(given, :'hash') from unnest(array['correct horse', 'Correct horse', 'correct horse ', '', null, repeat('x', 1025), e'correct horse\n']) given;
-- One password, composed or not, and with the blanks of other keyboards.
select share.password_verify(typed, share.password_hash(U&'caf\00E9 au lait')) from unnest(array[U&'caf\00E9 au lait', U&'cafe\0301 au lait', U&'cafe\0301\3000au\00A0lait', U&'CAF\00C9 au lait', U&'cafe au lait']) typed;
-- Without a hash, or with what is none.
select share.password_verify('correct horse', hash) from unnest(array[null, '', 'correct horse', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy', replace(:'hash', 'm=19456', 'm=4194304'), replace(:'hash', 'argon2id', 'argon2d'), left(:'hash', 40)]) hash;
-- src/test.c of P-H-C/phc-winner-argon2.
select share.password_verify('password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc') as as_published;
-- No plan holds a result: nothing is computed while planning.
explain (costs off, verbose) select share.password_verify(p, h) from (values ('one', null), ('two', 'three')) v(p, h) where share.password_hash(p) is not null;

-- The settings, and who may change them.
select name, setting, unit, min_val, max_val, context from pg_settings
where name in ('pg_share.password_min_length', 'pg_share.password_tries', 'pg_share.visit_ttl', 'pg_share.download_items_limit', 'pg_share.public_items_limit', 'pg_share.event_months', 'pg_share.address_header', 'pg_share.country_header') order by name;
set role share_app;
select s.name, test.rule(format('set pg_share.%s = 1000', s.name)) from unnest('{password_min_length,password_tries,visit_ttl,download_items_limit,public_items_limit,event_months,address_header,country_header}'::text[]) s(name);
select test.rule(call) from unnest(array['select share.password_hash(''eight ok'')', 'select share.password_verify(null, null)', 'select share.password_check(null)']) call;
reset role;
