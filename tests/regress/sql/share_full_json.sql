-- Everything about a share in one object.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
set timezone = 'America/New_York';
select id as share from share.share_create(file_id => :'file', file_segment_id => :'segment', visibility => 'private', title => 'Launch film',
    expires_at => '2199-01-01 00:00:00Z', metadata => '{"kept": null}') \gset
select share.event_add(:'account', :'share', 'share.opened', '{}', visit_id => gen_random_uuid());
select string_agg(key, ' ' order by key) from share.share_full_json(:'share') j cross join lateral jsonb_object_keys(j) key;
select jsonb_pretty(j - '{created_at,updated_at,stream_url,stream_expires_at,preview_url,preview_expires_at,usage}'::text[]
    || jsonb_build_object('id', j ->> 'id' = :'share', 'account_id', j ->> 'account_id' = :'account', 'file_id', j ->> 'file_id' = :'file', 'file_segment_id', null,
        'share_url', null, 'segment', j -> 'segment' || '{"id": "…"}', 'file', (j -> 'file') - 'drive_id' || '{"id": "…"}'))
from share.share_full_json(:'share') j;
select jsonb_array_length(j -> 'usage'), j #> '{usage,0,opens}', j #> '{usage,0,unique_visits}' from share.share_full_json(:'share') j;
select id as other from share.share_create(:'file') \gset
select j -> 'usage' = '[]' as unused, j ->> 'segment' is null as whole from share.share_full_json(:'other') j;
select i.ordinal, r.name from share.item_add(:'other', file_id => :'file', file_segment_id => :'segment') i, share.recipient_add(:'other', email => 'bob@example.com', name => 'Bob') r;
select slug from share.share_update(:'other', '{"max_opens": 5, "slug": "other-film", "terms": "Do not copy.", "terms_version": "1"}');
select j -> 'caps' as caps, jsonb_array_length(j -> 'items') as items, j #>> '{recipients,0,email}' as recipient, j #>> '{slugs,0,slug}' as slug, j -> 'terms' as terms, j -> 'locked' as locked from share.share_full_json(:'other') j;
-- Who reads shares does not look after them.
select count(share.member_add(:'account', r::text, role => r)) from unnest('{viewer,editor}'::share.member_role[]) r;
create function test.as_user(user_id text, statement text) returns text language plpgsql as $$
begin
    perform share.act_as(user_id);
    return coalesce((test.refused(statement)).code, 'ok');
end
$$;
set role share_app;
select u, test.as_user(u, format('select share.share_full_json(%L)', :'share')) from unnest('{viewer,editor,stranger}'::text[]) u;
reset role;
select test.rule(format('select share.share_full_json(%L)', id)) from unnest(array[:'nowhere', null]) id;
