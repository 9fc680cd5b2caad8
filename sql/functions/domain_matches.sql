create function share.domain_matches(url text, patterns jsonb)
returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    host_name text := lower(substring(url from '^(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/\\?#@]*@)?([^/\\?#:@]+)'));
begin
    return host_name is not null and exists (
        select from jsonb_array_elements_text(patterns) p
        where host_name = p.value or left(p.value, 2) = '*.' and right(host_name, length(p.value) - 1) = substr(p.value, 2)
    );
end
$$;
comment on function share.domain_matches is 'Internal. Whether the host of a URL, or a bare host, is one of these or below one with a star.';
