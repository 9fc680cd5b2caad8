create function share.url_of(share share.share_details, action text, out url text, out expires_at timestamptz, out cookie text)
returns record
language sql immutable parallel safe
begin atomic
    select case action when 'stream' then (share).stream_url when 'download' then (share).media_download_url when 'preview' then (share).preview_url end,
        case action when 'stream' then (share).stream_expires_at when 'download' then (share).media_download_expires_at when 'preview' then (share).preview_expires_at end,
        case action when 'stream' then (share).stream_cookie end;
end;
comment on function share.url_of is 'Internal. One URL of a share, its end and its cookie.';
