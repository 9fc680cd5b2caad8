-- Names in braces are filled in by the program.
-- An application, which for the plain statements also reads and writes the tables.
do $$
begin
    if not exists (select from pg_roles r where r.rolname = 'bench_application') then
        create role bench_application bypassrls;
        grant share_app, pg_read_all_data, pg_write_all_data to bench_application;
    end if;
end
$$;
do $$
declare
    account uuid := (select a.id from share.account_create('Acme') a);
begin
    perform share.account_update(account, '{"policy": {"many_shares": true}}');
    perform share.delivery_create(account, 'edge', 'uri_signing', {base_url}, {kid});
    perform share.file_put(account, 'n-' || n, '/library/' || n || '.mp4', 'video', bytes => n, duration_seconds => 8, status => 'completed')
    from generate_series(1, 1000) n;
    insert into share.origin (account_id, origin_id, file_id, kind, path)
    select f.account_id, share.new_id(), f.file_id, o.kind, format(o.path, f.external_id)
    from share.file f, (values ('stream', 'film/%s/master.m3u8'), ('source', 'originals/%s.mp4'), ('thumbnail', 'posters/%s.jpg')) o(kind, path)
    where f.account_id = account;
    -- Not by share.share_create(): the millions of the large library would take hours.
    insert into share.share (account_id, share_id, file_id, visibility, title, owner_id, exclusive, created_at)
    select account, share.new_id(), f.file_id, 'private', 'Share ' || n, 'owner ' || n % 1000, false, now() - n * interval '1 second'
    from generate_series(1, {shares}) n
    join (select f.file_id, row_number() over (order by f.file_id) - 1 as k from share.file f where f.account_id = account) f on f.k = n % 1000
    order by n desc;
    update share.share s set expires_at = now() - interval '1 hour' where s.title = 'Share 9000';
    create table bench.one as
    select s.account_id, s.share_id, s.file_id, (select e.share_id from share.share e where e.title = 'Share 9000') as expired_id
    from share.share s where s.title = 'Share 500';
end
$$;
analyze;
