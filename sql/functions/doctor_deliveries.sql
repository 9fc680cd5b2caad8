create function share.doctor_deliveries()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    action text;
    origin_kind text;
    names text[];
    fine boolean := true;
begin
    -- An account without a delivery of its own for an action, and a file that names none either.
    for action, origin_kind in values ('stream', 'stream'), ('download', 'source'), ('preview', 'thumbnail') loop
        execute format(
            'select coalesce(array_agg(a.account_id::text order by a.account_id), ''{}'')
            from share.account a
            where a.%1$I is null and exists (
                select from share.origin o
                join share.file f on f.account_id = o.account_id and f.file_id = o.file_id
                where o.account_id = a.account_id and o.kind = %2$L and f.%1$I is null and not f.is_deleted
            )', action || '_delivery', origin_kind)
        into names;
        if cardinality(names) > 0 then
            fine := false;
            return next row('deliveries', 'error', format('accounts have media and no delivery for %ss: %s', action, share.doctor_list(names)),
                format('share.delivery_create(), or name one in share.account_update(id, ''{"%s_delivery": "…"}'')', action))::share.doctor_finding;
        end if;
    end loop;
    names := array(
        select d.account_id || ' ' || d.name
        from share.delivery d
        where coalesce((d.options ->> 'private_download_ttl')::numeric, extract(epoch from current_setting('pg_share.private_download_ttl')::interval))
            > coalesce((d.options ->> 'private_stream_ttl')::numeric, extract(epoch from current_setting('pg_share.private_stream_ttl')::interval))
            and d.options ?| '{private_download_ttl,private_stream_ttl}'
        order by 1
    );
    if cardinality(names) > 0 then
        fine := false;
        return next row('deliveries', 'warning', 'deliveries let downloads live longer than streams: ' || share.doctor_list(names),
            'downloads give the whole original away: set private_download_ttl below private_stream_ttl by share.delivery_update()')::share.doctor_finding;
    end if;
    if fine then
        return next row('deliveries', 'ok', 'all accounts that have media have deliveries for it', null)::share.doctor_finding;
    end if;
    fine := true;
    names := array(
        select format('%s (%s of %s)', k.kid, d.name, d.account_id)
        from share.delivery d
        join share.signing_key k on k.account_id = d.key_account_id and k.kid = d.kid
        where k.state not in ('current', 'previous') or k.valid_from > statement_timestamp() or k.valid_until <= statement_timestamp()
        order by 1
    );
    if cardinality(names) > 0 then
        fine := false;
        return next row('keys', 'error', 'deliveries name keys that are revoked, over or not in use yet: ' || share.doctor_list(names),
            'no URLs are given out there: rotate the key, or name another one by share.delivery_update()')::share.doctor_finding;
    end if;
    names := array(
        select format('%s until %s (%s of %s)', k.kid, k.valid_until, d.name, d.account_id)
        from share.delivery d
        join share.signing_key k on k.account_id = d.key_account_id and k.kid = d.kid
        where k.state in ('current', 'previous') and k.valid_from <= statement_timestamp()
            and k.valid_until > statement_timestamp() and k.valid_until <= statement_timestamp() + interval '7 days'
        order by k.valid_until, 1
    );
    if cardinality(names) > 0 then
        fine := false;
        return next row('keys', 'warning', 'keys of deliveries end within 7 days: ' || share.doctor_list(names),
            'share.signing_key_rotate(), or import the next one and name it by share.delivery_update()')::share.doctor_finding;
    end if;
    if fine then
        return next row('keys', 'ok', 'the keys of all deliveries count for another 7 days', null)::share.doctor_finding;
    end if;
end
$$;
comment on function share.doctor_deliveries is 'Internal. What share.doctor() finds about deliveries and their keys.';
