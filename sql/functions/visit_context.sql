create function share.visit_context(context jsonb)
returns jsonb
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    given jsonb := coalesce(context, '{}');
    -- A gateway whose headers cannot be read says nothing, but is one.
    said text := nullif(current_setting('request.headers', true), '');
    headers jsonb := coalesce(share.headers_read(said), case when said is not null then '{}'::jsonb end);
    header text;
    result jsonb := '{}';
    wrong text;
    address text;
begin
    perform share.keys_check('context', given, '{address,referrer,embed_domain,country,user_agent,terms_version}');
    select k.key into wrong from jsonb_each(given) k where jsonb_typeof(k.value) not in ('string', 'null') or length(k.value #>> '{}') > 4096 limit 1;
    if wrong is not null then
        perform share.refuse('22023', 'a value of the context is no text of at most 4096 characters', 'key: ' || wrong);
    end if;
    if not share.is_gateway() then
        -- What a visitor says of itself is worth nothing; the connection is.
        result := jsonb_build_object('address', host(inet_client_addr()));
    elsif headers is not null then
        -- Behind an HTTP gateway the arguments are the visitor's, and the headers what the gateway saw.
        header := nullif(lower(current_setting('pg_share.address_header')), '');
        result := jsonb_build_object(
            'referrer', headers ->> 'referer',
            'user_agent', headers ->> 'user-agent',
            -- A frame whose page does not say who it is, is still one.
            'embed_domain', case when headers ->> 'sec-fetch-dest' in ('iframe', 'frame', 'embed', 'object') then coalesce(headers ->> 'referer', '') end,
            'country', headers ->> nullif(lower(current_setting('pg_share.country_header')), ''),
            -- Each proxy adds at the end what it saw.
            'address', btrim(regexp_replace(headers ->> header, '^.*,', ''))
        );
    else
        result := given;
    end if;
    result := jsonb_strip_nulls(result || jsonb_build_object('terms_version', given ->> 'terms_version'));
    -- IPv4 in either form: the same machine, whichever way the gateway listens.
    address := share.address_read(result ->> 'address');
    if address is null and result ? 'address' and headers is null then
        perform share.refuse('22023', 'a value of the context is no address', 'key: address');
    end if;
    return jsonb_strip_nulls(result || jsonb_build_object('address', host(address::inet)));
end
$$;
comment on function share.visit_context is 'Internal. What is known of a request: for a backend what it says, behind an HTTP gateway what stands in request.headers, otherwise the address of the connection; terms_version is the visitor''s in all cases. Errors: 22023.';
