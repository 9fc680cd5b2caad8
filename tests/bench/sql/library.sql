-- Names in braces are filled in by the program.
do $$
declare
    account uuid := (select a.id from share.account_create('Acme') a);
begin
    perform share.delivery_create(account, 'edge', 'uri_signing', {base_url}, {kid});
    perform share.file_put(account, 'n-' || n, '/library/' || n || '.mp4', 'video', bytes => n, duration_seconds => 8, status => 'completed')
    from generate_series(1, {shares}) n;
    analyze share.file;
    -- Not by share.origin_put(), which first holds each stream against all others.
    insert into share.origin (account_id, origin_id, file_id, kind, path)
    select f.account_id, share.new_id(), f.file_id, 'stream', 'film/' || f.external_id || '/master.m3u8' from share.file f where f.account_id = account;
    perform share.share_create(f.file_id, visibility => 'private') from share.file f where f.account_id = account;
end
$$;
analyze;
