//! Many rows by one statement.

use std::fs;

use postgres::Client;
use share_tests::{Cluster, Error, Result};
use uuid::Uuid;

use crate::factory::{self, library};
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
