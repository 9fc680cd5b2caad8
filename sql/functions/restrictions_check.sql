create function share.restrictions_check(restrictions jsonb)
returns jsonb
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    rule record;
    entry text;
begin
    if restrictions is null then
        return '{}';
    end if;
    perform share.keys_check('restrictions', restrictions, '{referrers,embed_domains,addresses,blocked_addresses,countries,blocked_countries,user_agents,blocked_user_agents,allow_no_referrer,bind_address}');
    if octet_length(restrictions::text) > 65536 then
        perform share.refuse('PT413', 'the restrictions are too large', format('bytes: %s', octet_length(restrictions::text)), 'at most 65536 bytes as text');
    end if;
    for rule in select r.key, r.value from jsonb_each(restrictions) r loop
        if rule.key in ('allow_no_referrer', 'bind_address') then
            if jsonb_typeof(rule.value) <> 'boolean' then
                perform share.refuse('22023', 'a restriction has the wrong type', rule.key || ': ' || jsonb_typeof(rule.value), 'give true or false');
            end if;
            continue;
        elsif jsonb_typeof(rule.value) <> 'array' or jsonb_array_length(rule.value) = 0 then
            perform share.refuse('22023', 'a restriction has the wrong type', rule.key || ': ' || jsonb_typeof(rule.value), 'give a list of at least one text, or leave the key out');
        end if;
        for entry in select e.value from jsonb_array_elements_text(rule.value) e loop
            if entry is null
                or rule.key in ('referrers', 'embed_domains') and entry !~ '^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'
                or rule.key in ('countries', 'blocked_countries') and entry !~ '^[A-Z]{2}$'
                or rule.key in ('user_agents', 'blocked_user_agents') and (length(entry) not between 1 and 200 or entry ~ '[\x01-\x1F\x7F-\x9F]')
            then
                perform share.refuse('22023', 'an entry of a restriction is not accepted', format('%s: %s', rule.key, left(entry, 100)),
                    'domains as example.com or *.example.com, countries as DE, addresses as 192.0.2.0/24, user agents as a part of their text');
            end if;
            if rule.key in ('addresses', 'blocked_addresses') and share.address_read(entry) is null then
                perform share.refuse('22023', 'an entry of a restriction is not accepted', format('%s: %s', rule.key, left(entry, 100)),
                    'addresses as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32');
            end if;
        end loop;
    end loop;
    return restrictions;
end
$$;
comment on function share.restrictions_check is 'Internal. Restrictions as they are stored: lists referrers and embed_domains (example.com, *.example.com), addresses and blocked_addresses, countries and blocked_countries (ISO 3166-1), user_agents and blocked_user_agents (parts of the text, in any case); allow_no_referrer lets requests without a referrer pass; bind_address binds URLs to the address where the scheme can. Errors: 22023, PT413.';
