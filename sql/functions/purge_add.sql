create function share.purge_add(account_ids uuid[], ids uuid[])
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    insert into share.job (account_id, job_id, kind, share_id, payload)
    select s.account_id, share.new_id(), 'purge', s.share_id, jsonb_build_object(
        'share_id', s.share_id, 'file_id', s.file_id, 'file_segment_id', s.file_segment_id,
        'epoch', s.epoch - 1, 'prefix', format('s/%s.%s/', s.share_id, s.epoch - 1),
        'paths', (
            select coalesce(jsonb_agg(distinct case when o.kind = 'stream' then nullif(o.directory, '') || '/' else o.path end), '[]')
            from share.origin o
            where o.account_id = s.account_id and o.file_id = s.file_id and (s.file_segment_id is null or o.file_segment_id = s.file_segment_id)
        ),
        'base_urls', (select coalesce(jsonb_agg(distinct d.base_url), '[]') from share.delivery d where d.account_id = s.account_id)
    )
    from unnest(account_ids, ids) t(account_id, id)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id;
    if found then
        perform pg_notify('pg_share_job', 'purge');
    end if;
end
$$;
comment on function share.purge_add is 'Internal. Asks for a purge of what was signed for these shares before their present epoch, one job for each.';
