create function share.usage_overview(
    account_id uuid default null,
    since timestamptz default null,
    buckets integer default 48,
    at_most integer default 20000
)
returns setof share.usage_bucket
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    width interval;
begin
    perform share.ready();
    account := share.account_of_call(account_id);
    since := share.since_check(since);
    buckets := share.at_most_check('buckets', buckets, 48, 400);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    width := (statement_timestamp() - since) / buckets;
    -- Each stretch is looked at for itself, so that a busy hour does not hide the others; what was left out is taken to be like
    -- what was seen.
    return query execute
        'select b.at, round(c.opens * f.factor)::bigint, round(c.plays * f.factor)::bigint, round(c.downloads * f.factor)::bigint,
            round(c.refusals * f.factor)::bigint, not c.is_cut
        from (select $2 + n * $3 as at, $2 + (n + 1) * $3 as next from generate_series(0, $4 - 1) n) b
        cross join lateral (
            select count(*) > $5 as is_cut, max(e.at) as reached,
                count(*) filter (where e.kind = ''share.opened'' and not e.is_bot) as opens,
                count(*) filter (where e.kind = ''share.played'' and not e.is_bot) as plays,
                count(*) filter (where e.kind = ''share.downloaded'' and not e.is_bot) as downloads,
                count(*) filter (where e.kind = ''share.refused'' and not e.is_bot) as refusals
            from (
                select e.at, e.kind, e.is_bot
                from share.event e
                where e.at >= b.at and e.at < b.next' || case when account is not null then ' and e.account_id = $1' else '' end || '
                order by e.at
                limit $5 + 1
            ) e
        ) c
        cross join lateral (
            select case when c.is_cut and c.reached > b.at then extract(epoch from $3) / extract(epoch from c.reached - b.at) else 1 end as factor
        ) f
        order by b.at'
    using account, since, width, buckets, greatest(at_most / buckets, 1);
end
$$;
comment on function share.usage_overview is 'Tells how the shares of an account, or for operators of all, were used since a time (by default 24 hours ago), in so many stretches of equal length up to now. Each looks at no more than its part of at_most events; where there are more, its figures are estimated from those and not exact. Bots are not counted. Errors: 22023, PT401, PT404.';
