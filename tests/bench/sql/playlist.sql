-- A shared film whose one playlist has 1,200 segments. Names in braces are filled in by the program.
do $$
declare
    account uuid := (select a.id from share.account_create({scheme}) a);
    film uuid;
begin
    perform share.delivery_create(account, 'edge', {scheme}, {base_url}, {kid}, options => {options});
    film := (
        select f.id from share.file_create(account, '/film.mp4', 'video', mime_type => 'video/mp4', duration_seconds => 4800, status => 'completed') f
    );
    perform share.origin_put(film, 'stream', 'film/720/index.m3u8');
    perform share.playlist_put(film, 'film/720/index.m3u8', E'#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n#EXT-X-PLAYLIST-TYPE:VOD\n'
        || (select string_agg(E'#EXTINF:4.000,\nsegment' || n || E'.ts\n', '' order by n) from generate_series(1, 1200) n) || E'#EXT-X-ENDLIST\n');
    perform share.share_create(film, visibility => 'private', title => {scheme});
end
$$;
