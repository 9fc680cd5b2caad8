//! Many rows by one statement.

use std::fs;

use postgres::Client;
use share_tests::{Cluster, Error, Result};
use uuid::Uuid;

use crate::factory::{self, Library, library};
use crate::session::pid;

/// The most that the whole process of a session may ever hold resident, the server's shared memory included, in MiB.
const MOST_MEMORY: u64 = 512;

/// The largest resident size that a session's process has had, in MiB.
fn peak_memory(client: &mut Client) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", pid(client)?))?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"))
        .and_then(|kib| kib.parse::<u64>().ok())
        .ok_or_else(|| Error::new("the process has no VmHWM"))?;
    Ok(peak / 1024)
}

/// Puts files n-1 to n-number and returns how many different ids came back, with a checksum of them.
fn put(client: &mut Client, account: Uuid, number: i32) -> Result<(i64, String)> {
    let row = client.query_one(
        "select count(distinct f.id), md5(string_agg(f.id::text, ',' order by n))
        from generate_series(1, $2) n
        cross join lateral share.file_put($1, 'n-' || n, '/library/' || n || '.mp4', 'video', bytes => n, duration_seconds => 8, status => 'completed') f",
        &[&account, &number],
    )?;
    Ok((row.get(0), row.get(1)))
}

fn files(client: &mut Client) -> Result<i64> {
    let row = client.query_one("select count(*) from share.file", &[])?;
    Ok(row.get(0))
}

#[test]
fn a_library_of_100000_files_comes_in_by_one_statement_and_again_without_a_change() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let account = factory::account(&mut client, "Acme")?;
    let first = put(&mut client, account, 100_000)?;
    assert_eq!((100_000, 100_000), (first.0, files(&mut client)?));
    let events = "select count(*) from share.event";
    let written: i64 = client.query_one(events, &[])?.get(0);
    assert_eq!(first, put(&mut client, account, 100_000)?);
    assert_eq!(100_000, files(&mut client)?);
    assert_eq!(written, client.query_one(events, &[])?.get::<_, i64>(0));
    let peak = peak_memory(&mut client)?;
    assert!(peak < MOST_MEMORY, "{peak} MiB");
    Ok(())
}

#[test]
fn the_streams_of_10000_shares_signed_in_one_call_are_those_of_one_by_one() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let account = library(&mut client)?.account;
    put(&mut client, account, 10_000)?;
    for statement in [
        "select count(o.id) from share.file f cross join lateral share.origin_put(f.file_id, 'stream', 'films/' || f.external_id || '/master.m3u8') o where f.external_id is not null",
        "select count(s.id) from share.file f cross join lateral share.share_create(f.file_id, visibility => 'private') s where f.external_id is not null",
    ] {
        assert_eq!(10_000, client.query_one(statement, &[])?.get::<_, i64>(0));
    }
    let row = client.query_one(
        "with asked as materialized (
            select array_agg(s.share_id order by s.share_id desc) as ids from share.share s
        ),
        signed as materialized (
            select u.* from asked cross join lateral share.share_sign_streams(asked.ids) with ordinality u
        )
        select count(*), count(u.url), count(*) filter (where u.share_id = asked.ids[u.ordinality]),
            count(g.id), count(*) filter (where g.stream_url = u.url and g.stream_expires_at = u.expires_at)
        from asked
        cross join signed u
        left join lateral (
            select d.* from share.share_get(u.share_id) d where u.ordinality % 100 = 1
        ) g on true",
        &[],
    )?;
    let counts: Vec<i64> = (0..5).map(|column| row.get(column)).collect();
    assert_eq!(vec![10_000, 10_000, 10_000, 100, 100], counts);
    Ok(())
}

#[test]
fn many_shares_are_signed_as_few_are_whatever_they_are() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let Library { account, film, kid } = library(&mut client)?;
    let segment = factory::segment(&mut client, film)?;
    let cut = client.query_one("select id from share.segment_create($1, 5, 7)", &[&film])?;
    let cut: Uuid = cut.get(0);
    client.execute(
        "select share.origin_put($1, v.kind, v.path, $2) from (values ('stream', 'film/cut/master.m3u8'), ('source', 'cuts/1.mp4')) v(kind, path)",
        &[&film, &cut],
    )?;
    let waiting = factory::file(&mut client, account, "waiting", "processing")?;
    let bare = factory::file(&mut client, account, "bare", "completed")?;
    let nginx = client.query_one(
        "select kid from share.signing_key_create(algorithm => 'MD5')",
        &[],
    )?;
    let nginx: String = nginx.get(0);
    factory::delivery(&mut client, account, "nginx", "nginx_secure_link", &nginx)?;
    client.execute(
        "select share.delivery_create($1, 'downloads', 'uri_signing', 'https://downloads.example.com', $2, uses => '{download}')",
        &[&account, &kid],
    )?;
    let other = factory::film(&mut client, account, "other")?;
    client.execute(
        "select share.file_update($1, '{\"stream_delivery\": \"nginx\", \"download_delivery\": \"downloads\"}')",
        &[&other],
    )?;
    let elsewhere = factory::account(&mut client, "Elsewhere")?;
    let theirs = factory::film(&mut client, elsewhere, "theirs")?;
    client.batch_execute(&format!(
        "select share.share_create(f.id, f.part, visibility => v.v)
            from (values ('{film}'::uuid, null::uuid), ('{film}', '{segment}'), ('{film}', '{cut}'), ('{waiting}', null), ('{bare}', null), ('{other}', null), ('{theirs}', null)) f(id, part),
                unnest(enum_range(null::share.visibility)) v(v);
        update share.share set starts_at = now() + interval '1 d' where share_id = (select share_id from share.share order by share_id limit 1);
        select share.share_delete(share_id) from share.share order by share_id desc limit 1;
        update share.share set expires_at = now() + interval '90 s' where share_id = (select share_id from share.share order by share_id offset 2 limit 1)",
    ))?;
    factory::member(&mut client, account, "ada", "viewer")?;
    let all = shares(&mut client)?;
    for user in [None, Some("ada")] {
        for action in ["streams", "downloads", "previews"] {
            let mut transaction = client.transaction()?;
            if let Some(user) = user {
                transaction.batch_execute(&format!(
                    "set local role share_app; select share.act_as('{user}')"
                ))?;
            }
            let row = transaction.query_one(
                &format!(
                    "with asked as materialized (select $1::uuid[] as ids),
                    few as materialized (select f.* from asked, share.share_sign_{action}(asked.ids) f),
                    many as materialized (
                        select m.*, m.ordinality from asked, share.share_sign_{action}(array(select i from generate_series(1, 100), unnest(asked.ids) i)) with ordinality m
                    )
                    select (select count(*) from few), (select count(url) from few), (select count(*) from many),
                        (select count(*) from (select share_id, url, expires_at, cookie from many except select * from few) x),
                        (select count(*) from (select * from few except select share_id, url, expires_at, cookie from many) x)"
                ),
                &[&all],
            )?;
            let [few, urls, many, more, less]: [i64; 5] =
                std::array::from_fn(|column| row.get(column));
            assert!(few > 4 && urls > 2 && few > urls, "{action}: {few} {urls}");
            assert_eq!((many, more, less), (100 * few, 0, 0), "{action}");
        }
    }
    Ok(())
}

/// All shares, the deleted one too.
fn shares(client: &mut Client) -> Result<Vec<Uuid>> {
    let rows = client.query("select share_id from share.share order by share_id", &[])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}
