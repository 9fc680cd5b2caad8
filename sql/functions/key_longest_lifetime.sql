create function share.key_longest_lifetime(account_id uuid, kid text)
returns interval
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return make_interval(secs => greatest(share.url_longest_lifetime('uri_signing', '{}'), (
        select max(share.url_longest_lifetime(d.scheme, d.options_text))
        from share.delivery d
        where d.key_account_id = key_longest_lifetime.account_id and d.kid = key_longest_lifetime.kid
    )));
end
$$;
comment on function share.key_longest_lifetime is 'Internal. The longest time that a URL signed with this key can live, by the settings and the options of its deliveries.';
