create function share.share_usage_recipients(id uuid, after date default null, before date default null, account_id uuid default null)
returns setof share.recipient_usage
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
    select e.recipient_id,
        count(*) filter (where e.kind = 'share.opened' and not e.is_bot),
        count(*) filter (where e.kind = 'share.played' and not e.is_bot),
        count(*) filter (where e.kind = 'share.downloaded' and not e.is_bot),
        count(*) filter (where e.kind = 'share.refused' and not e.is_bot),
        count(distinct e.visit_id) filter (where e.kind <> 'share.refused' and not e.is_bot),
        count(*) filter (where e.kind = 'share.opened' and e.is_bot),
        min(e.at) filter (where e.kind in ('share.opened', 'share.played') and not e.is_bot),
        max(e.at) filter (where e.kind in ('share.opened', 'share.played') and not e.is_bot)
    from share.usage_window(after, before, 400) w
    join share.event e on e.account_id = account and e.share_id = share_usage_recipients.id and e.at >= w.first_moment and e.at < w.end_moment
    where e.kind in ('share.opened', 'share.played', 'share.downloaded', 'share.refused')
    group by e.recipient_id
    order by e.recipient_id nulls last;
end
$$;
comment on function share.share_usage_recipients is 'Tells how each recipient used a share, and in a row without recipient_id how those did who came by its own link; after inclusive, before exclusive, at midnight UTC, by default the last 400 days. Errors: 22023 for more than 400 days, PT401, PT404.';
