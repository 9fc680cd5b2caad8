create function share.metrics_read()
returns setof share.metric
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return query
    select 'share_shares', jsonb_build_object('state', l.state), l.number
    from share.share_state_sample() l;
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
