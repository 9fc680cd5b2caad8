-- A token as one would write it by hand in plpgsql over pgcrypto, with all that can be said before put in as constants.
-- Names in braces are filled in by the program.
create function bench.plpgsql_token(number integer)
returns text
language plpgsql immutable
as $$
declare
    message text := translate(encode(convert_to('{"alg":"HS256","kid":"' || {kid} || '"}', 'utf8'), 'base64'), E'+/=\n', '-_') || '.'
        || translate(encode(convert_to(format('{"iss":"%s","exp":%s,"cdniuc":"%s","sh":"%s","ep":%s,"a":"s"}', {issuer}, {expires},
            {scope_before} || 'film/' || number || {scope_after}, {share}, number), 'utf8'), 'base64'), E'+/=\n', '-_');
begin
    return {before} || 'film/' || number || {between} || message || '.' || translate(encode(hmac(message, {secret}, 'sha256'), 'base64'), E'+/=\n', '-_') || {after};
end
$$;
