create function share.token_key_ensure()
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the secret.
set plan_cache_mode = force_generic_plan
as $$
declare
    made text := share.kid_generate();
begin
    insert into share.signing_key (account_id, kid, algorithm, secret)
    select '00000000-0000-0000-0000-000000000000', made, 'share_token', share.secret_generate('share_token')
    where not exists (
        select from share.signing_key k
        where k.account_id = '00000000-0000-0000-0000-000000000000' and k.algorithm = 'share_token'
    );
    if found then
        perform share.event_add(null, null, 'key.created', jsonb_build_object('kid', made, 'algorithm', 'share_token', 'revealed', false));
    end if;
end
$$;
comment on function share.token_key_ensure is 'Internal. Makes the installation''s first key for share tokens. One that was revoked is not replaced: that is the operators'' to decide.';
