-- A presigned URL of S3 (Signature Version 4, query form) as one would write it by hand in plpgsql over pgcrypto.
-- Names in braces are filled in by the program.
create function bench.percent_encode(path text)
returns text
language sql immutable
as $$
    select string_agg(
        case when c ~ '[A-Za-z0-9_.~/-]' then c else upper(regexp_replace(encode(convert_to(c, 'utf8'), 'hex'), '(..)', '%\1', 'g')) end,
        '' order by n
    )
    from regexp_split_to_table(path, '') with ordinality t(c, n)
$$;

create function bench.plpgsql_presign(path text, seconds integer)
returns text
language plpgsql stable
as $$
declare
    moment text := to_char(statement_timestamp() at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"');
    day text := left(moment, 8);
    scope text := day || '/' || {region} || '/s3/aws4_request';
    encoded text := bench.percent_encode(path);
    query text := 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=' || replace({access_key} || '/' || scope, '/', '%2F') || '&X-Amz-Date=' || moment
        || '&X-Amz-Expires=' || seconds || '&X-Amz-SignedHeaders=host';
    request text := E'GET\n/' || encoded || E'\n' || query || E'\nhost:' || {host} || E'\n\nhost\nUNSIGNED-PAYLOAD';
    message text := E'AWS4-HMAC-SHA256\n' || moment || E'\n' || scope || E'\n' || encode(sha256(convert_to(request, 'utf8')), 'hex');
    key bytea := hmac(day, 'AWS4' || {s3_secret}, 'sha256');
begin
    key := hmac(convert_to({region}, 'utf8'), key, 'sha256');
    key := hmac('s3'::bytea, key, 'sha256');
    key := hmac('aws4_request'::bytea, key, 'sha256');
    return 'https://' || {host} || '/' || encoded || '?' || query || '&X-Amz-Signature=' || encode(hmac(convert_to(message, 'utf8'), key, 'sha256'), 'hex');
end
$$;
