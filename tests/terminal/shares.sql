-- Names in braces are filled in by the program.
do $$
declare
    acme uuid := (select id from share.account_create('Acme'));
    film uuid := (select id from share.file_create(acme, '/film.mp4', 'video', mime_type => 'video/mp4', bytes => 1048576, duration_seconds => 8, status => 'completed'));
    signing text := (select kid from share.signing_key_create());
begin
    perform share.delivery_create(acme, 'edge', 'uri_signing', 'https://cdn.example.com', signing);
    perform share.origin_put(film, 'stream', 'film/master.m3u8');
    insert into share.share (account_id, share_id, file_id, visibility, title, owner_id, exclusive, created_at)
    select acme, share.new_id(), film, 'public', 'film ' || lpad(n::text, 3, '0'), 'olga', false, now() - n * interval '1 minute'
    from generate_series(1, {shares}) n;
end
$$;
analyze share.share;
