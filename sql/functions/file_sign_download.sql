create function share.file_sign_download(
    file_id uuid,
    origin_type text default 'source',
    name text default null,
    download boolean default true,
    file_segment_id uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'download', visit_token, context, drive_id, account_id);
    return share.file_download_sign(access, context, origin_type, name, download, file_segment_id);
end
$$;
comment on function share.file_sign_download is 'Signs the URL of one stored object of a file: origin_type is source, proxy or thumbnail, in any case; of a segment with file_segment_id. name is what it is saved as, by default the file''s, and download tells whether it is saved or shown: both stand in the signed part where the delivery''s scheme can carry them (azure_sas and s3: both; nginx_hmac, nginx_secure_link and cloudflare_stream: the name of what is saved). Through a share of a segment only what was cut out. share_id is null for members, and the URL then names no share. Errors: 22023, 42501 (also a cap on downloads), PT401, PT404, PT410, PT429.';
