create function share.url_decode(text text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if text !~ '%' then
        return text;
    end if;
    return convert_from((
        select string_agg(case when m.part[1] ~ '^%' then decode(substr(m.part[1], 2), 'hex') else convert_to(m.part[1], 'UTF8') end, '' order by m.n)
        from regexp_matches(text, '%[0-9A-Fa-f]{2}|[^%]+|%', 'g') with ordinality m(part, n)
    ), 'UTF8');
exception when character_not_in_repertoire or invalid_parameter_value or untranslatable_character then
    return null;
end
$$;
comment on function share.url_decode is 'Internal. Text without its percent-encoding (RFC 3986 section 2.1), null when that is no UTF-8.';
