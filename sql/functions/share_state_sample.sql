create function share.share_state_sample(out state share.share_state, out number numeric, out is_exact boolean)
returns setof record
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    pages bigint;
    percent real;
    sampled constant bigint := 256;
begin
    -- A sample of the pages costs the same for a thousand shares and a billion. The same pages each time, so that the
    -- figures change with the shares and not with the dice.
    pages := pg_relation_size('share.share') / current_setting('block_size')::bigint;
    percent := least(100, 100.0 * sampled / greatest(pages, 1));
    return query
    select l.state, round(coalesce(c.number, 0) * 100 / percent::numeric), percent = 100
    from unnest(enum_range(null::share.share_state)) l(state)
    left join (
        select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state,
            count(*) as number
        from share.share s tablesample system (percent) repeatable (0)
        group by 1
    ) c on c.state = l.state
    order by l.state;
end
$$;
comment on function share.share_state_sample is 'Internal. How many shares are in each state: exact while their table has up to 256 pages, beyond that an estimate from so many of them.';
