create function share.signing_key_reach(kid text, at_most integer default 100000)
returns share.key_reach
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    key_account uuid;
    result share.key_reach;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('kid', kid is null);
    at_most := share.at_most_check('at_most', at_most, 100000, 10000000);
    select k.account_id, k.kid, k.algorithm, k.state, k.algorithm = 'share_token'
    into key_account, result.kid, result.algorithm, result.state, result.ends_visits
    from share.signing_key k
    where k.kid = signing_key_reach.kid;
    if result.kid is null then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    end if;
    select count(*), count(distinct d.account_id) into result.deliveries, result.accounts
    from share.delivery d
    where d.key_account_id = key_account and d.kid = result.kid;
    result.delivery_names := array(
        select format('%s (%s)', d.name, a.name)
        from share.delivery d
        join share.account a on a.account_id = d.account_id
        where d.key_account_id = key_account and d.kid = result.kid
        order by a.name, d.name
        limit 20
    );
    result.longest_lifetime := case when result.deliveries > 0 then share.key_longest_lifetime(key_account, result.kid) end;
    -- Of the shares of these accounts, those whose file is served with the key for anything.
    select count(*) filter (where c.is_served), count(*) < at_most into result.shares, result.is_exact
    from (
        select s.ended_at is null and exists (
                select
                from share.delivery d
                join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
                where d.account_id = s.account_id and d.key_account_id = key_account and d.kid = result.kid
                    and d.name in (coalesce(f.stream_delivery, v.stream_delivery), coalesce(f.download_delivery, v.download_delivery),
                        coalesce(f.preview_delivery, v.preview_delivery))
            ) as is_served
        from (
            select distinct a.account_id, a.stream_delivery, a.download_delivery, a.preview_delivery
            from share.delivery d
            join share.account a on a.account_id = d.account_id
            where d.key_account_id = key_account and d.kid = result.kid
        ) v
        cross join lateral (
            select s.account_id, s.file_id, s.ended_at from share.share s where s.account_id = v.account_id and not s.is_deleted limit at_most
        ) s
        limit at_most
    ) c;
    return result;
end
$$;
comment on function share.signing_key_reach is 'Tells what a key''s revocation would touch: its deliveries, how many living shares they serve (looking at no more than at_most shares of their accounts), how long URLs that were signed with it may live, and whether visits and recipients'' links end with it. For operators. Errors: 22023, 42501, PT401, PT404.';
