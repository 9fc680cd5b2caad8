create function share.share_sign_preview(id uuid, client_address inet default null, at timestamptz default null, account_id uuid default null)
returns share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.share_sign(id, 'preview', at, null, null, client_address, account_id);
end
$$;
comment on function share.share_sign_preview is 'Signs the preview URL of a share, null without a thumbnail. client_address binds the URL to an address, where the delivery''s scheme can. at is for operators. Errors: 22023, 42501, PT401, PT404, PT410 (ended).';
