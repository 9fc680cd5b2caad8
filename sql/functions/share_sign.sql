create function share.share_sign(id uuid, action text, at timestamptz, clip_start numeric, clip_end numeric, client_address inet, account_id uuid)
returns share.signed_url
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    described share.share_details;
begin
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    perform share.share_clip_check(account, id, clip_start, clip_end);
    described := share.share_one(account, id, clip_start, clip_end, client_address, array[action], share.sign_time(at));
    if described.state in ('expired', 'exhausted', 'revoked') then
        perform share.refuse('PT410', 'the share has ended', format('id: %s, state: %s', id, described.state), 'create a new share');
    end if;
    return case action
        when 'stream' then row(id, described.stream_url, described.stream_expires_at, described.stream_cookie)::share.signed_url
        when 'download' then row(id, described.media_download_url, described.media_download_expires_at, null)::share.signed_url
        when 'preview' then row(id, described.preview_url, described.preview_expires_at, null)::share.signed_url
    end;
end
$$;
comment on function share.share_sign is 'Internal. Signs one URL of one share. Errors: 22023, 42501 (at), PT401, PT404, PT410.';
