create function share.signing_key_import(
    secret text,
    algorithm text default 'HS256',
    account_id uuid default null,
    kid text default null,
    encoding text default null
)
returns share.signing_key_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    made text;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('secret', secret is null);
    perform share.require_argument('algorithm', algorithm is null);
    made := share.signing_key_insert(account_id, kid, algorithm, 'current', secret, encoding);
    perform share.event_add(account_id, null, 'key.imported', jsonb_build_object('kid', made, 'algorithm', algorithm));
    return row(made, account_id, algorithm, 'current', null, null, null)::share.signing_key_result;
end
$$;
comment on function share.signing_key_import is 'Takes a secret that a CDN or a bucket gave out. encoding is text, hex, base64, base64url or, for private keys (ES256, RS256), pem; without it base64url for HS256, pem for private keys and text for the others. kid is the vendor''s name of the key where it has one (access key id, key name). Bind it as a parameter and mind log_statement and log_min_duration_statement, which write what they see. For operators. Errors: 22023, 23505 (signing_key_kid_key), 42501, PT401, PT404.';
