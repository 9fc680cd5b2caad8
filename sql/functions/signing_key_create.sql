create function share.signing_key_create(
    account_id uuid default null,
    kid text default null,
    algorithm text default 'HS256',
    reveal boolean default false
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
    perform share.require_argument('algorithm', algorithm is null);
    perform share.require_argument('reveal', reveal is null);
    if reveal and algorithm = 'share_token' then
        perform share.refuse('22023', 'a key for share tokens is not shown', '', 'no edge checks them; leave reveal out');
    end if;
    made := share.signing_key_insert(account_id, kid, algorithm, 'current');
    perform share.event_add(account_id, null, 'key.created', jsonb_build_object('kid', made, 'algorithm', algorithm, 'revealed', reveal));
    return row(made, account_id, algorithm, 'current', case when reveal then share.secret_text(made) end, null, null)::share.signing_key_result;
end
$$;
comment on function share.signing_key_create is 'Makes a key from the server''s randomness: HS256 for tokens, MD5, HMAC-SHA256 or HMAC-SHA1 as the scheme wants it (share.share_delivery_schemes()), each 43 random characters; without an account one of the installation. share_token makes another key for the tokens of visits and recipients, always of the installation; it is never shown, and the youngest one makes the tokens from then on. The secret comes back only with reveal => true and only now. For operators. Errors: 22023, 23505 (signing_key_kid_key), 42501, PT401, PT404.';
