//! The harness keeps its own promises, on which all other tests stand.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use share_tests::{Cluster, Error, Haproxy, Nginx, Result, S3, Service, TrafficServer, get};

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
    let said = output
        .lines()
        .map_while(std::result::Result::ok)
        .find_map(|line| line.strip_prefix("servers: ").map(str::to_owned));
    let said = said.ok_or_else(|| Error::new("the victim says nothing"))?;
    let (data, addresses) = said
        .split_once(' ')
        .ok_or_else(|| Error::new(format!("the victim says {said}")))?;
    let server = postmaster(Path::new(data))?;
    let listening = || {
        let taken = |address: &&str| TcpStream::connect(address).is_ok();
        addresses.split(' ').filter(taken).count()
    };
    assert!(server_runs(&server));
    assert_eq!(4, listening());
    victim.kill()?;
    victim.wait()?;
    let left = || server_runs(&server) || Path::new(data).exists() || listening() > 0;
    let deadline = Instant::now() + Duration::from_secs(30);
    while left() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(!left());
    Ok(())
}

/// No test of its own: the one above runs it in another process.
#[test]
fn waits_to_be_killed() -> Result {
    if std::env::var_os(VICTIM).is_none() {
        return Ok(());
    }
    let cluster = Cluster::shared()?;
    let servers = servers()?;
    let [nginx, haproxy, traffic_server, s3] = servers.addresses();
    println!(
        "\nservers: {} {nginx} {haproxy} {traffic_server} {s3}",
        cluster.data().display()
    );
    loop {
        thread::sleep(Duration::from_secs(1));
    }
}

#[test]
fn servers_answer_until_they_are_dropped() -> Result {
    let servers = servers()?;
    let addresses = servers.addresses();
    for (address, status) in addresses.into_iter().zip([204, 202, 404, 403]) {
        assert_eq!(status, get(&format!("http://{address}/bucket/key"))?.status);
    }
    drop(servers);
    for address in addresses {
        assert!(TcpStream::connect(address).is_err(), "{address}");
    }
    Ok(())
}

#[test]
fn a_server_that_does_not_start_says_why() -> Result {
    let failed = |started: Result<String>| {
        started
            .err()
            .map(|came| came.to_string())
            .ok_or_else(|| Error::new("it has started"))
    };
    let said = failed(Nginx::start("nonsense;", &[]).map(|server| server.base_url()))?;
    assert!(said.contains("unknown directive \"nonsense\""), "{said}");
    let said = failed(Haproxy::start("nonsense", &[]).map(|server| server.base_url()))?;
    assert!(said.contains("unknown keyword 'nonsense'"), "{said}");
    let said = failed(TrafficServer::start("nonsense", &[], &[]).map(|server| server.base_url()))?;
    assert!(said.contains("remap.config failed to load"), "{said}");
    let said =
        failed(Nginx::start("root @A@; index @LEFT@;", &[("A", "x")]).map(|_| String::new()))?;
    assert!(said.contains("@LEFT@, which has no value"), "{said}");
    Ok(())
}

/// One server of each kind.
struct Servers {
    nginx: Nginx,
    haproxy: Haproxy,
    traffic_server: TrafficServer,
    s3: S3,
}

impl Servers {
    fn addresses(&self) -> [SocketAddr; 4] {
        let all: [&Service; 4] = [&self.nginx, &self.haproxy, &self.traffic_server, &self.s3];
        all.map(Service::address)
    }
}

fn servers() -> Result<Servers> {
    Ok(Servers {
        nginx: Nginx::start("server { listen 127.0.0.1:@PORT@; return 204; }", &[])?,
        haproxy: Haproxy::start(
            "frontend any\n    bind 127.0.0.1:@PORT@\n    http-request return status 202\n",
            &[],
        )?,
        traffic_server: TrafficServer::start("", &[], &[])?,
        s3: S3::start("key", "secret")?,
    })
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
