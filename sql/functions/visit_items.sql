create function share.visit_items(decision share.share_decision, at timestamptz, actions text[])
returns setof share.opened_item
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    files_shown integer := current_setting('pg_share.public_items_limit')::integer;
    downloads_signed integer := current_setting('pg_share.download_items_limit')::integer;
    binds boolean;
    asked text[] := array(select a from unnest(actions) a
        where a = 'preview' or a = 'stream' and 'view' = any (decision.permissions) or a = 'download' and 'download' = any (decision.permissions));
    files uuid[];
    segments uuid[];
begin
    select coalesce((s.restrictions -> 'bind_address')::boolean, false) into binds
    from share.share s where s.account_id = decision.account_id and s.share_id = decision.share_id;
    select array_agg(t.file_id order by t.n), array_agg(t.file_segment_id order by t.n)
    into files, segments
    from (
        select first.file_id, first.file_segment_id, row_number() over (order by first.ordinal, first.depth, first.filename, first.file_id) as n
        from (
            -- What stands there twice, by itself and in a folder, is shown at its first place.
            select distinct on (u.file_id, u.file_segment_id) u.*
            from (
                select 0 as ordinal, case when s.follow_stack then share.stack_top(s.account_id, s.file_id) else s.file_id end as file_id, s.file_segment_id, 0 as depth, '' as filename
                from share.share s
                where s.account_id = decision.account_id and s.share_id = decision.share_id
                union all
                select i.ordinal, i.file_id, i.file_segment_id, 0, ''
                from share.item i
                where i.account_id = decision.account_id and i.share_id = decision.share_id and i.file_id is not null
                union all
                -- Folders are live: what lies there now.
                select i.ordinal, f.file_id, null, cardinality(string_to_array(f.path, '/')), f.filename
                from share.item i
                join share.file f on f.account_id = i.account_id and f.drive_id = i.drive_id and not f.is_deleted
                    and f.media_type in ('video', 'audio')
                    and f.path ~>=~ i.folder and f.path ~<~ (left(i.folder, -1) || '0')
                where i.account_id = decision.account_id and i.share_id = decision.share_id and i.folder is not null
            ) u
            order by u.file_id, u.file_segment_id, u.ordinal, u.depth, u.filename
        ) first
        order by n
        limit files_shown
    ) t;
    if cardinality(files) > downloads_signed then
        asked := array_remove(asked, 'download');
    end if;
    return query
    select (d.ordinality - 1)::integer, d.file_id, d.file_segment_id, f.filename, f.path, f.media_type, f.mime_type,
        coalesce(g.end_time - g.start_time, f.duration_seconds), f.status,
        d.preview_url, d.stream_url, d.stream_cookie, d.media_download_url,
        least(case when d.preview_url is not null then d.preview_expires_at end,
            case when d.stream_url is not null then d.stream_expires_at end, d.media_download_expires_at)
    from share.share_describe(
        array_fill(decision.account_id, array[cardinality(files)]), array_fill(decision.share_id, array[cardinality(files)]), asked, at,
        client_address => case when binds then decision.address end, file_ids => files, file_segment_ids => segments,
        visiting => true, latest => decision.ends_at
    ) with ordinality d
    join share.file f on f.account_id = decision.account_id and f.file_id = d.file_id
    left join share.segment g on g.account_id = decision.account_id and g.file_segment_id = d.file_segment_id
    order by d.ordinality;
end
$$;
comment on function share.visit_items is 'Internal. What a share shows to a visitor, in order, with the URLs of those actions that the visitor may have: its own file or segment, then its items, folders by depth and name; at most pg_share.public_items_limit, with downloads only up to pg_share.download_items_limit.';
