create function share.share_top(
    measure text,
    since timestamptz default null,
    account_id uuid default null,
    "limit" integer default 20,
    at_most integer default 20000
)
returns setof share.top_share
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    wanted text := case measure when 'opens' then 'share.opened' when 'plays' then 'share.played' when 'downloads' then 'share.downloaded' when 'refusals' then 'share.refused' end;
begin
    perform share.ready();
    if wanted is null then
        perform share.refuse('22023', 'no such measure', 'measure: ' || coalesce(left(measure, 100), 'null'), 'accepted: opens, plays, downloads, refusals');
    end if;
    account := share.account_of_call(account_id);
    since := share.since_check(since);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    return query execute
        'with looked as materialized (
            select e.account_id, e.share_id, e.kind, e.at, e.is_bot
            from share.event e
            where e.at >= $2' || case when account is not null then ' and e.account_id = $1' else '' end || '
            order by e.at desc, e.event_id desc
            limit $3
        ),
        top as materialized (
            select l.account_id, l.share_id, count(*) as number
            from looked l
            where l.kind = $4 and l.share_id is not null and not l.is_bot
            group by l.account_id, l.share_id
            order by 3 desc, l.share_id
            limit $5
        )
        select t.share_id, t.account_id, a.name, s.title, f.filename,
            share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()),
            t.number, (select case when count(*) < $3 then $2 else min(l.at) end from looked l)
        from top t
        join share.share s on s.account_id = t.account_id and s.share_id = t.share_id
        join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
        join share.account a on a.account_id = s.account_id
        order by t.number desc, t.share_id'
    using account, since, at_most, wanted, share.page_limit("limit");
end
$$;
comment on function share.share_top is 'Tells which shares had most opens, plays, downloads or refusals since a time (by default 24 hours ago), of an account or for operators of all. Looks at the newest at_most events; counted_since tells how far back these reach. Bots are not counted. Errors: 22023, PT401, PT404.';
