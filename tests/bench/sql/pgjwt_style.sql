-- Tokens the way the well-known SQL library for them is built: small SQL functions over pgcrypto, one for each step.
create function bench.jwt_encode(bytes bytea)
returns text
language sql immutable
as $$
    select translate(encode(bytes, 'base64'), E'+/=\n', '-_')
$$;

create function bench.jwt_mac(message text, secret text, algorithm text)
returns text
language sql immutable
as $$
    with hash as (
        select case algorithm when 'HS256' then 'sha256' when 'HS384' then 'sha384' when 'HS512' then 'sha512' else '' end as name
    )
    select bench.jwt_encode(hmac(message, secret, hash.name)) from hash
$$;

create function bench.jwt_sign(payload json, secret text, algorithm text, kid text)
returns text
language sql immutable
as $$
    with header as (
        select bench.jwt_encode(convert_to('{"alg":"' || algorithm || '","typ":"JWT","kid":"' || kid || '"}', 'utf8')) as part
    ),
    body as (
        select bench.jwt_encode(convert_to(payload::text, 'utf8')) as part
    ),
    message as (
        select header.part || '.' || body.part as text from header, body
    )
    select message.text || '.' || bench.jwt_mac(message.text, secret, algorithm) from message
$$;
