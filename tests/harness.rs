//! The harness keeps its own promises, on which all other tests stand.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use share_tests::{Cluster, Error, Result};

/// Given to a copy of this program that is to be killed.
const VICTIM: &str = "SHARE_TEST_VICTIM";

#[test]
fn a_database_has_the_extension_and_its_tables() -> Result {
    let database = Cluster::shared()?.database()?;
    let row = database.connect()?.query_one(
        "select exists (select from pg_extension e where e.extname = 'pg_share'), to_regclass('share.schema_info') is not null",
        &[],
    )?;
    assert_eq!((true, true), (row.get(0), row.get(1)));
    Ok(())
}

#[test]
fn databases_share_nothing() -> Result {
    let (one, other) = (
        Cluster::shared()?.database()?,
        Cluster::shared()?.database()?,
    );
    one.connect()?.batch_execute("create table only_here ()")?;
    let found: bool = other
        .connect()?
        .query_one("select to_regclass('only_here') is not null", &[])?
        .get(0);
    assert!(!found);
    Ok(())
}

#[test]
fn a_cluster_has_its_settings_and_keeps_its_data_over_a_restart() -> Result {
    let cluster = Cluster::start(&[("log_statement", "all")])?;
    let mut client = cluster.connect("postgres")?;
    client.batch_execute("create table kept as select 'it''s here' as word")?;
    cluster.restart()?;
    let row = cluster.connect("postgres")?.query_one(
        "select word, current_setting('timezone'), current_setting('log_statement') from kept",
        &[],
    )?;
    assert_eq!(
        ("it's here", "UTC", "all"),
        (row.get(0), row.get(1), row.get(2))
    );
    assert!(cluster.log()?.contains("create table kept"));
    Ok(())
}

#[test]
fn a_standby_replays_what_its_primary_wrote_and_takes_no_writes() -> Result {
    let primary = Cluster::start(&[])?;
    let standby = primary.standby()?;
    primary
        .connect("postgres")?
        .batch_execute("create table streamed as select 7 as number")?;
    standby.wait_for_replay(&primary)?;
    let mut client = standby.connect("postgres")?;
    assert_eq!(
        7,
        client
            .query_one("select number from streamed", &[])?
            .get::<_, i32>(0)
    );
    let refused = client
        .batch_execute("delete from streamed")
        .map_err(|came| came.code().map(|code| code.code().to_owned()));
    assert_eq!(Err(Some("25006".to_owned())), refused);
    Ok(())
}

#[test]
fn programs_and_uris_reach_the_same_database() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    let by_program = database.psql(
        &["-At"],
        "select current_database(), inet_client_addr() is null",
    )?;
    assert_eq!(format!("{}|t\n", database.name()), by_program);
    let mut client = postgres::Client::connect(&database.uri(), postgres::NoTls)?;
    assert_eq!(
        database.name(),
        client
            .query_one("select current_database()::text", &[])?
            .get::<_, String>(0)
    );
    let by_uri = Command::new(database.client("psql").get_program())
        .args(["-XAt", "-c", "select current_user", &database.uri()])
        .output()?;
    assert_eq!("postgres\n", String::from_utf8_lossy(&by_uri.stdout));
    Ok(())
}

#[test]
fn a_failing_script_is_reported_with_what_the_server_said() -> Result {
    let failed = Cluster::shared()?
        .empty_database()?
        .psql(&[], "select 1;\nselect nonsense;")
        .map_err(|came| came.to_string());
    let text = failed
        .err()
        .ok_or_else(|| Error::new("the script passed"))?;
    assert!(
        text.contains("psql -X")
            && text.contains("exit status: 3")
            && text.contains("column \"nonsense\" does not exist"),
        "{text}"
    );
    Ok(())
}

#[test]
fn a_dropped_cluster_leaves_nothing() -> Result {
    let cluster = Cluster::start(&[])?;
    let folder = cluster.folder().to_owned();
    let server = postmaster(&cluster.data())?;
    drop(cluster);
    assert!(!folder.exists() && !server_runs(&server));
    Ok(())
}

#[test]
fn a_killed_test_process_leaves_nothing() -> Result {
    let program = std::env::current_exe()?;
    let mut victim = Command::new(program)
        .args([
            "--exact",
            "waits_to_be_killed",
            "--nocapture",
            "--include-ignored",
        ])
        .env(VICTIM, "1")
        .stdout(Stdio::piped())
        .spawn()?;
    let output = BufReader::new(victim.stdout.take().ok_or_else(|| Error::new("no pipe"))?);
    let data = output
        .lines()
        .map_while(std::result::Result::ok)
        .find_map(|line| line.strip_prefix("data: ").map(str::to_owned));
    let data = data.ok_or_else(|| Error::new("the victim says nothing"))?;
    let server = postmaster(Path::new(&data))?;
    assert!(server_runs(&server));
    victim.kill()?;
    victim.wait()?;
    let deadline = Instant::now() + Duration::from_secs(30);
    while (server_runs(&server) || Path::new(&data).exists()) && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(!server_runs(&server) && !Path::new(&data).exists());
    Ok(())
}

/// No test of its own: the one above runs it in another process.
#[test]
fn waits_to_be_killed() -> Result {
    if std::env::var_os(VICTIM).is_none() {
        return Ok(());
    }
    println!("\ndata: {}", Cluster::shared()?.data().display());
    loop {
        thread::sleep(Duration::from_secs(1));
    }
}

/// The process number of the server of a data directory.
fn postmaster(data: &Path) -> Result<String> {
    let file = fs::read_to_string(data.join("postmaster.pid"))?;
    file.lines()
        .next()
        .map(str::to_owned)
        .ok_or_else(|| Error::new("an empty pid file"))
}

/// Whether the process of that number still is a `PostgreSQL` server.
fn server_runs(number: &str) -> bool {
    fs::read_to_string(format!("/proc/{number}/cmdline"))
        .is_ok_and(|line| line.contains("postgres"))
}
