create function share.account_usage(account_id uuid, after date default null, before date default null)
returns setof share.usage_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.authorize(account_id, 'viewer', 'account', account_id::text);
    return query
    select u.*
    from share.usage_window(after, before, 30) w
    cross join lateral share.usage_by_day(account_id, null, w.first_moment, w.end_moment) u;
end
$$;
comment on function share.account_usage is 'Tells how the shares of an account were used, by day and share, those deleted since included; after inclusive, before exclusive, at midnight UTC, by default the last 30 days. Errors: 22023 for more than 400 days, PT401, PT404.';
