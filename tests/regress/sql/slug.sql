-- Slugs: the form in which they are stored, what is none, and which look alike.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

select given, share.slug_normal(given) from unnest(array['Launch-Film-2026', U&'CAFE\0301', 'СТРИТ-АРТ', 'ภาพยนตร์ที่ดี', '東京タワーの夜', 'ソニー-walkman', 'فيلم-٢٠٢٦', 'abc', repeat('x', 64), null]) given;
select translate(left(given, 40), U&'\200B\202E\0301\0327\000A', '?????') as given, r.code, r.message, r.detail from unnest(array['', 'ab', repeat('x', 65), repeat('x', 1000000), '-film', 'film-', 'my--film', 'my film', 'my_film', 'film/1', '../film', 'film%20', e'film\n', U&'fi\200Blm', U&'fi\202Elm', U&'\0301film', U&'fi\0327\0327lm', 'film🎬', 'film²', U&'\FF46ilm', 'pаypаl', 'film-кино', '01234567-89AB-cdef-0123-456789abcdef', 'Admin', 'арі', '1ogin']) given,
    test.refused(format('select share.slug_normal(%L)', given)) r;
select distinct r.hint from unnest(array['ab', 'admin', 'my film']) given, test.refused(format('select share.slug_normal(%L)', given)) r;
-- Pairs of UTS #39 section 4, and of everyday.
select one, other, share.slug_skeleton(one) = share.slug_skeleton(other) as alike from (values
    ('ρ⍺у𝓅𝒂ן', 'paypal'), ('𝔭𝒶ỿ𝕡𝕒ℓ', 'paypal'), ('pаypаl', 'paypal'), ('ѕсоре', 'scope'), (U&'so\0337s', 'søs'), ('film-10', 'film-lo'), ('modern', 'rnodern'),
    ('film-1', 'film1'), ('film', 'filme'), ('cafe', 'café')
) v(one, other);
set role share_app;
select test.rule('select share.slug_normal(''film'')'), test.rule('select share.slug_skeleton(''film'')');
