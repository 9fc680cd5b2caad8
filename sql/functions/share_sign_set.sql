create function share.share_sign_set(ids uuid[], action text, at timestamptz, client_address inet, account_id uuid)
returns setof share.signed_url
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    who share.caller_identity := share.signing_caller();
    seen_accounts uuid[];
    seen_ids uuid[];
begin
    perform share.require_argument('ids', ids is null);
    -- Missing shares and those of other accounts drop out together.
    select array_agg(s.account_id order by t.ordinality), array_agg(s.share_id order by t.ordinality) into seen_accounts, seen_ids
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (
        select r.account_id, r.share_id
        from share.share r
        where r.share_id = t.id and not r.is_deleted
            and (share_sign_set.account_id is null or r.account_id = share_sign_set.account_id)
        limit 1
    ) s
    where (who.account_id is null or s.account_id = who.account_id)
        and (who.kind in ('service', 'api_key') or exists (
            select from share.member m where m.account_id = s.account_id and m.user_id = who.user_id
        ));
    return query
    select d.id, u.url, u.expires_at, u.cookie
    from share.share_describe(seen_accounts, seen_ids, array[action], share.sign_time(at), null, null, client_address) d
    cross join lateral share.url_of(d, action) u;
end
$$;
comment on function share.share_sign_set is 'Internal. Signs one URL each of many shares, in their order, without those that are missing or not the caller''s. Errors: 22023, 42501 (at), PT401.';
