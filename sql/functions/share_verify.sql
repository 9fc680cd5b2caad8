create function share.share_verify(url text, at timestamptz default null)
returns share.share_verification
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    moment timestamptz := coalesce(share_verify.at, statement_timestamp());
    claims record;
    result share.share_verification;
    held record;
    who share.caller_identity;
begin
    perform share.ready();
    who := share.caller();
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'share');
    end if;
    select v.* into claims from share.verify_url(url, moment) v;
    if claims.kid is null and claims.reason = 'malformed' then
        select v.* into claims from share.verify_by_delivery(url, moment) v;
    end if;
    result.reason := claims.reason;
    result.kid := claims.kid;
    if claims.reason is null or claims.reason = 'expired' then
        result.share_id := claims.share_id;
        result.action := claims.action;
        result.expires_at := claims.expires_at;
        result.window_start := claims.window_start::numeric;
        result.window_end := claims.window_end::numeric;
    end if;
    if result.reason is null and claims.share_id is not null then
        select s.account_id, s.epoch,
            share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, moment) as state,
            claims.key_account_id in (s.account_id, '00000000-0000-0000-0000-000000000000') as own_key
        into held
        from share.share s
        where s.share_id = claims.share_id;
        if not found or who.account_id <> held.account_id or who.kind = 'user' and not exists (
            select from share.member m where m.account_id = held.account_id and m.user_id = who.user_id
        ) then
            -- To who is not a member it is as if it did not exist.
            result := null;
            result.reason := 'unknown_share';
        elsif not held.own_key then
            result.reason := 'out_of_scope';
        elsif held.state <> 'active' then
            result.reason := held.state;
        elsif held.epoch <> claims.epoch then
            result.reason := 'superseded';
        end if;
    end if;
    result.valid := result.reason is null;
    return result;
end
$$;
comment on function share.share_verify is 'Tells what a signed URL or bare token is worth: the signature by a key that still counts, the end, the scope and, where the token names its share, that this is active and its epoch the same. Never raises for what it is given. A check that an origin can ask for each request; works on a standby. A scheme that does not name the share (nginx_secure_link) is checked for signature and end alone. Errors: PT401 (visitor).';
