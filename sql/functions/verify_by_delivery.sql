create function share.verify_by_delivery(url text, at timestamptz)
returns table (reason text, kid text, share_id uuid, epoch integer, action text, expires_at timestamptz, window_start text, window_end text, key_account_id uuid)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    candidate record;
    worst text;
begin
    if url is null or octet_length(url) > 8192 then
        return query select 'malformed', null::text, null::uuid, null::integer, null::text, null::timestamptz, null::text, null::text, null::uuid;
        return;
    end if;
    -- The scheme names no key: the longest base URL that the URL begins with names the delivery, and that its key with those
    -- that this one has replaced.
    for candidate in
        select d.scheme, d.base_url, d.options_text, k.line_kid as kid
        from (select string_to_array(split_part(url, '?', 1), '/') as parts) p
        cross join generate_series(3, least(cardinality(p.parts), 64)) n
        join share.delivery d on d.base_url collate "C" = array_to_string(p.parts[1:n], '/')
        cross join lateral share.signing_key_line(d.kid) k
        order by n desc, k.age, d.account_id, d.name
    loop
        return query select v.* from share.verify_url(url, at, candidate.scheme, candidate.base_url, candidate.options_text, candidate.kid) v
        where v.reason is null or v.reason in ('expired', 'key_revoked');
        if found then
            return;
        end if;
        worst := 'bad_signature';
    end loop;
    return query select coalesce(worst, case when url ~ '^https?://' then 'unknown_delivery' else 'malformed' end),
        null::text, null::uuid, null::integer, null::text, null::timestamptz, null::text, null::text, null::uuid;
end
$$;
comment on function share.verify_by_delivery is 'Internal. Verifies a URL whose scheme names no key, by the deliveries of its base URL.';
