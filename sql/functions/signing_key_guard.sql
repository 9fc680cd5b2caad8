create function share.signing_key_guard()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    broken text := case
        when new.account_id is null or new.valid_from is null or new.created_at is null then 'signing_key_null_check'
        when new.kid ~ '^[A-Za-z0-9_-]{1,64}$' is not true then 'signing_key_kid_check'
        when share.key_rule(new.algorithm, octet_length(new.secret)) is not null then share.key_rule(new.algorithm, octet_length(new.secret))
        when new.algorithm = 'share_token' and (new.account_id <> '00000000-0000-0000-0000-000000000000' or new.kid !~ '^k[0-9a-f]{12}$') then 'signing_key_share_token_check'
        when new.state in ('standby', 'current', 'previous', 'revoked') is not true then 'signing_key_state_check'
        when new.valid_from >= new.valid_until then 'signing_key_window_check'
        when new.replaced_by = new.kid then 'signing_key_replaced_by_check'
    end;
begin
    if broken is not null then
        perform share.refuse('23514', 'a rule of signing keys is broken', 'rule: ' || broken, 'use the functions share.signing_key_*', broken, 'signing_key');
    end if;
    return new;
end
$$;
comment on function share.signing_key_guard is 'Internal. Trigger: holds the rules of a key with 23514 and the rule''s name; the server''s own message would print the row with its secret.';
