create function share.signing_key_export(kid text, format text)
returns text
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    owner uuid;
    kids text[];
    issuer text;
    base_urls text[];
    result text;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('kid', kid is null);
    perform share.require_argument('format', format is null);
    select k.account_id into owner from share.signing_key k where k.kid = signing_key_export.kid;
    if not found then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    end if;
    -- An edge must know the key itself, the standby one that comes and the previous ones that still count; nginx knows
    -- one key in each place.
    kids := array(
        select l.kid
        from (
            select line.line_kid as kid, line.age from share.signing_key_line(signing_key_export.kid) line
            union all
            select k.replaced_by, 65 from share.signing_key k where k.kid = signing_key_export.kid and k.replaced_by is not null
        ) l
        where l.age = 0 or format in ('jwk', 'ats', 'haproxy')
        order by l.age
    );
    select coalesce(min(d.options ->> 'issuer'), 'pg_share'), coalesce(array_agg(d.base_url order by d.base_url), '{}') into issuer, base_urls
    from share.delivery d
    join share.signing_key k on k.kid = signing_key_export.kid and d.kid in (k.kid, k.replaced_by)
    where d.key_account_id = owner;
    result := share.key_export(kids, format, issuer, base_urls);
    perform share.event_add(owner, null, 'key.exported', jsonb_build_object('kid', kid, 'format', format));
    return result;
end
$$;
comment on function share.signing_key_export is 'Writes what an edge needs to verify: format jwk (JWK set), ats (Apache Traffic Server) or haproxy with the key, its standby successor and the previous keys that still count; nginx (configuration) or the bare secret as text, hex, base64, base64url or pem with the key alone. Reveals secrets and records that it did. Keys for share tokens stay here. For operators. Errors: 22023, 42501, PT401, PT404.';
