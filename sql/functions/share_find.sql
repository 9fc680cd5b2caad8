create function share.share_find(url text)
returns setof share.found_share
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan the token.
set plan_cache_mode = force_generic_plan
as $$
declare
    moment timestamptz := statement_timestamp();
    bare text := left(split_part(split_part(btrim(url), '#', 1), '?', 1), 4096);
    link text := share.url_decode(substring(bare from '/share/([^/]+)/?$'));
    recipient uuid;
    claims record;
    epoch_share uuid;
    candidates text[];
begin
    perform share.ready();
    perform share.require_argument('url', url is null);
    if (share.caller()).kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'share');
    end if;
    recipient := share.token_read(substring(url from '[?&]r=([A-Za-z0-9_-]+)'), 'recipient', moment);
    select v.* into claims from share.verify_url(left(url, 8192), moment) v;
    epoch_share := substring(bare from '/s/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[.][0-9]+/')::uuid;
    -- Each leading part of the path below the base URL of a delivery, without what tokens add to it.
    candidates := array(
        select distinct regexp_replace(array_to_string(p.parts[n + 1:m], '/'), ';[^/]*', '', 'g')
        from (select string_to_array(bare, '/') as parts) p
        cross join generate_series(3, least(cardinality(p.parts), 32)) n
        join share.delivery d on d.base_url collate "C" = array_to_string(p.parts[1:n], '/')
        cross join generate_series(n + 1, least(cardinality(p.parts), 64)) m
    );
    return query
    select distinct on (f.share_id) f.share_id, s.account_id,
        share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, moment),
        f.found_by, f.recipient_id, f.expires_at
    from (
        select r.share_id, 'recipient' as found_by, r.recipient_id, r.expires_at, 1 as rank from share.recipient r where r.recipient_id = recipient
        union all
        select share.link_share(coalesce(link, bare), '-infinity'), 'link', null, null, 2
        union all
        select claims.share_id, 'signature', null, claims.expires_at, 3 where claims.reason is null or claims.reason = 'expired'
        union all
        select epoch_share, 'epoch', null, null, 4
        union all
        select o.share_id, 'path', null, null, 5
        from (
            -- Where the URL names its share, what else hands out the object is not asked for.
            select h.share_id
            from (
                select g.account_id, g.file_id, g.file_segment_id from share.origin g where g.path collate "C" = any (candidates)
                union
                select g.account_id, g.file_id, g.file_segment_id from share.origin g where g.kind = 'stream' and g.directory collate "C" = any (candidates)
            ) g
            join share.share h on h.account_id = g.account_id and h.file_id = g.file_id
                and (h.file_segment_id is null or g.file_segment_id is null or h.file_segment_id = g.file_segment_id)
            where not h.is_deleted and claims.share_id is null and epoch_share is null
                -- Before the limit: others' shares of the same path would hide the caller's.
                and share.reads_account(h.account_id)
            order by h.created_at desc
            limit 1000
        ) o
    ) f
    join share.share s on s.share_id = f.share_id and not s.is_deleted
    where share.reads_account(s.account_id)
    order by f.share_id, f.rank;
end
$$;
comment on function share.share_find is 'Tells to which shares a URL leads that was found somewhere: a page, a recipient''s link, a signed URL even after its end, or the bare path of an object, which several shares may hand out (at most 1000). Only shares that the caller may read. Errors: 22023, PT401.';
