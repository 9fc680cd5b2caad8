create function share.share_sign_stream(id uuid, clip_start numeric default null, clip_end numeric default null, client_address inet default null, at timestamptz default null, account_id uuid default null)
returns share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.share_sign(id, 'stream', at, clip_start, clip_end, client_address, account_id);
end
$$;
comment on function share.share_sign_stream is 'Signs the stream URL of a share, null until the media is completed; clip_start and clip_end as in share.share_get(). client_address binds the URL to an address, where the delivery''s scheme can. at is for operators. Errors: 22023, 42501, PT401, PT404, PT410 (ended).';
