create function share.share_reach(id uuid, account_id uuid default null)
returns setof share.reached_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    return query
    select u.action, d.name, d.scheme,
        -- The last one may have been signed when the share could still be opened; visits that were let in before it was exhausted go on.
        share.url_expiry(d.signer, u.action, s.visibility = 'public',
            least(s.revoked_at, case when s.exhausted_at is null then s.ended_at end, s.disabled_at, s.expires_at, statement_timestamp()), s.expires_at),
        case when d.options @> '{"public_plain": true}' and s.visibility = 'public' then 'nothing'
            when d.options @> '{"epoch_in_path": true}' then 'epoch'
            when d.scheme = 'uri_signing' then 'origin' else 'key' end
    from share.share s
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    cross join (values ('stream'), ('download'), ('preview')) u(action)
    join share.delivery d on d.account_id = s.account_id and u.action = any (d.uses) and d.name = case u.action
        when 'stream' then coalesce(f.stream_delivery, a.stream_delivery)
        when 'download' then coalesce(f.download_delivery, a.download_delivery)
        else coalesce(f.preview_delivery, a.preview_delivery) end
    where s.account_id = account and s.share_id = share_reach.id
        and (u.action <> 'download' or 'download' = any (s.permissions))
    order by u.action;
end
$$;
comment on function share.share_reach is 'Tells what of a share can still be fetched with URLs that were given out before, until when at most, and what would end it earlier: an edge that checks a signature alone serves until its end. Errors: 22023, PT401, PT404.';
