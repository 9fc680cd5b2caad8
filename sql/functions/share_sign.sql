create function share.share_sign(id uuid, action text, at timestamptz, clip_start numeric, clip_end numeric, client_address inet, account_id uuid)
returns share.signed_url
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    signed record;
begin
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    perform share.share_clip_check(account, id, clip_start, clip_end);
    select d.state, u.url, u.expires_at, u.cookie into signed
    from share.share_describe(array[account], array[id], array[action], share.sign_time(at), clip_start, clip_end, client_address) d
    cross join lateral share.url_of(d, action) u;
    if signed.state in ('expired', 'exhausted', 'revoked') then
        perform share.refuse('PT410', 'the share has ended', format('id: %s, state: %s', id, signed.state), 'create a new share');
    end if;
    return row(id, signed.url, signed.expires_at, signed.cookie)::share.signed_url;
end
$$;
comment on function share.share_sign is 'Internal. Signs one URL of one share. Errors: 22023, 42501 (at), PT401, PT404, PT410.';
