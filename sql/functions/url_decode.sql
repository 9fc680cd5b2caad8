create function share.url_decode(text text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return share.percent_decode(text);
end
$$;
comment on function share.url_decode is 'Internal. Text without its percent-encoding (RFC 3986 section 2.1), null when that is no UTF-8.';
