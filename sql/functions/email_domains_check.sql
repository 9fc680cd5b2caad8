create function share.email_domains_check(domains text[])
returns text[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    wrong text;
begin
    select d into wrong from unnest(domains) d where d !~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' limit 1;
    if wrong is not null then
        perform share.refuse('22023', 'not a mail domain', 'domain: ' || left(wrong, 100), 'lower case, as example.com');
    end if;
    return domains;
end
$$;
comment on function share.email_domains_check is 'Internal. Mail domains as they are stored. Errors: 22023.';
