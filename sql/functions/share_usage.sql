create function share.share_usage(id uuid, after date default null, before date default null, account_id uuid default null)
returns setof share.usage_details
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
    select u.*
    from share.usage_window(after, before, 30) w
    cross join lateral share.usage_by_day(account, id, w.first_moment, w.end_moment) u;
end
$$;
comment on function share.share_usage is 'Tells how a share was used, by day: a row for each day on which something happened; after inclusive, before exclusive, at midnight UTC, by default the last 30 days. Errors: 22023 for more than 400 days, PT401, PT404.';
