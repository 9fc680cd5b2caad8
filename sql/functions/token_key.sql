create function share.token_key()
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select k.kid
        from share.signing_key k
        where k.account_id = '00000000-0000-0000-0000-000000000000' and k.algorithm = 'share_token' and k.state = 'current'
            and (k.valid_until is null or k.valid_until > statement_timestamp())
        order by k.created_at desc, k.kid desc
        limit 1
    );
end
$$;
comment on function share.token_key is 'Internal. The installation''s current key for share tokens, the youngest one if there are several; null when there is none, as on a subscriber without keys.';
