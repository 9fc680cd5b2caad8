create function share.doctor_server()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    stream_ttl interval := current_setting('pg_share.private_stream_ttl')::interval;
    download_ttl interval := current_setting('pg_share.private_download_ttl')::interval;
    public_ttl interval := current_setting('pg_share.public_ttl')::interval;
begin
    return next row('server', 'ok', format('PostgreSQL %s, %s', current_setting('server_version'), case
        when pg_is_in_recovery() then 'a standby: it reads, signs and verifies; what writes is refused with 25006'
        else 'a primary'
    end), null)::share.doctor_finding;
    return next row('server', 'ok', 'the library is loaded by the first call of a session; it need not be preloaded', null)::share.doctor_finding;
    if nullif(current_setting('pg_share.link_base_url'), '') is null then
        return next row('settings', 'warning', 'pg_share.link_base_url is not set: shares have no share_url',
            format('alter database %I set pg_share.link_base_url = ''https://…'', where the application shows shares', current_database()))::share.doctor_finding;
    else
        return next row('settings', 'ok', 'pages of shares: ' || current_setting('pg_share.link_base_url'), null)::share.doctor_finding;
    end if;
    if download_ttl > stream_ttl then
        return next row('settings', 'warning', format('pg_share.private_download_ttl (%s) is longer than pg_share.private_stream_ttl (%s)', download_ttl, stream_ttl),
            'downloads give the whole original away: let their URLs end first')::share.doctor_finding;
    end if;
    if public_ttl < stream_ttl then
        return next row('settings', 'warning', format('pg_share.public_ttl (%s) is shorter than pg_share.private_stream_ttl (%s)', public_ttl, stream_ttl),
            'URLs of public shares are to live longest, so that caches keep them')::share.doctor_finding;
    end if;
    if download_ttl <= stream_ttl and public_ttl >= stream_ttl then
        return next row('settings', 'ok', format('lifetimes of URLs: downloads %s, streams %s, public ones %s', download_ttl, stream_ttl, public_ttl),
            null)::share.doctor_finding;
    end if;
end
$$;
comment on function share.doctor_server is 'Internal. What share.doctor() finds about the server and the settings.';
