create function share.webhook_url_check(url text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.require_argument('url', url is null);
    perform share.text_check('url', url, 2048);
    -- Written once for each part, so that a host cannot hide behind a user or a backslash.
    if url !~ '^https://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?([/?][\x21\x22\x24-\x5B\x5D-\x7E]*)?$'
        and url !~ '^http://(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]{1,5})?([/?][\x21\x22\x24-\x5B\x5D-\x7E]*)?$'
    then
        perform share.refuse('22023', 'not a URL for a webhook', 'url: ' || left(regexp_replace(url, '//[^/]*@', '//…@'), 100),
            'https://host, optional port, path and query, in ASCII; no user, password or fragment; http on loopback only');
    end if;
    return url;
end
$$;
comment on function share.webhook_url_check is 'Internal. The URL of a webhook as it is stored: https, or http on loopback, without a user. Errors: 22023, PT413 above 2,048 characters.';
