create function share.uncapped_actions(account_id uuid, id uuid, actions text[])
returns text[]
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return array(
        select a
        from unnest(actions) a
        where not exists (
            select from share.cap c
            where c.account_id = uncapped_actions.account_id and c.share_id = uncapped_actions.id
                and c.kind = case a when 'stream' then 'plays' when 'download' then 'downloads' end
        )
    );
end
$$;
comment on function share.uncapped_actions is 'Internal. Those of stream, download and preview that a share gives out uncounted: what is capped is counted when it is asked for, by share.share_play() and share.share_download().';
