create function share.metrics_read()
returns setof share.metric
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    pages bigint;
    percent real;
    sampled constant bigint := 256;
begin
    perform share.ready();
    -- A sample of the pages costs the same for a thousand shares and a billion. The same pages each time, so that the
    -- figures change with the shares and not with the dice.
    pages := pg_relation_size('share.share') / current_setting('block_size')::bigint;
    percent := least(100, 100.0 * sampled / greatest(pages, 1));
    return query
    select 'share_shares', jsonb_build_object('state', l.state), round(coalesce(c.number, 0) * 100 / percent::numeric)
    from unnest(enum_range(null::share.share_state)) l(state)
    left join (
        select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state,
            count(*) as number
        from share.share s tablesample system (percent) repeatable (0)
        group by 1
    ) c on c.state = l.state
    order by l.state;
    return query
    select 'share_events_last_hour', jsonb_build_object('kind', e.kind), count(*)::numeric
    from share.event e
    where e.at > statement_timestamp() - interval '1 hour'
    group by e.kind
    order by e.kind;
    return query
    select 'share_signing_keys', jsonb_build_object('state', l.state), count(k.kid)::numeric
    from unnest('{standby,current,previous,revoked}'::text[]) with ordinality l(state, place)
    left join share.signing_key k on k.state = l.state
    group by l.state, l.place
    order by l.place;
    return query
    select 'share_signing_key_seconds_left', jsonb_build_object('state', k.state),
        round(extract(epoch from min(k.valid_until) - statement_timestamp()), 3)
    from share.signing_key k
    where k.state in ('current', 'previous') and k.valid_until > statement_timestamp()
    group by k.state
    order by k.state;
    return next row('share_event_months_ahead', '{}', share.event_months_ahead())::share.metric;
    return query
    select 'share_event_default_rows', '{}'::jsonb, count(*)::numeric
    from (select from share.event_default limit 10000) e;
    -- Only what is open: what is done goes by the jobs' own retention.
    return query
    select 'share_jobs', jsonb_build_object('state', l.state), c.number::numeric
    from unnest('{queued,running,dead}'::text[]) with ordinality l(state, place)
    cross join lateral (select count(*) from (select from share.job j where j.state = l.state and j.state <> 'done' limit 10000) j) c(number)
    order by l.place;
end
$$;
comment on function share.metrics_read is 'What the view share.metrics shows; its comment tells which figures are estimates.';
