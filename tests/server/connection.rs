//! Connecting to real servers by all that psql knows: password and service files, prompts, several hosts, poolers.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixListener;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use postgres::error::SqlState;
use share_connect::{PasswordOrigin, Problem, describe};
use share_tests::{Cluster, PgBouncer, Result};
use zeroize::Zeroizing;

use crate::connecting::{Operator, kind, problem, state, told};

const RULES: &str = "host all ada 127.0.0.1/32 scram-sha-256
host all old 127.0.0.1/32 md5
host all plain 127.0.0.1/32 password
host all all 127.0.0.1/32 trust";
const PASSWORD: &str = "it's:o\\pen";

/// A server that wants passwords of some.
fn server() -> Result<&'static Cluster> {
    static SERVER: OnceLock<Result<Cluster>> = OnceLock::new();
    SERVER
        .get_or_init(|| {
            let server = Cluster::listening(&[], RULES)?;
            let quoted = PASSWORD.replace('\'', "''");
            server.connect("postgres")?.batch_execute(&format!(
                "create role ada login password '{quoted}'; create role plain login password '{quoted}'; create role free login;
                set password_encryption = 'md5'; create role old login password '{quoted}'"
            ))?;
            server.create_database("media")?;
            Ok(server)
        })
        .as_ref()
        .map_err(Clone::clone)
}

/// Connects and tells who one is and where.
fn who(operator: &Operator, target: &str) -> Result<String> {
    let mut connected = operator.connect(target).map_err(|came| told(&came))?;
    let row = connected.client.query_one(
        "select current_user || '@' || current_database() || ' ' || current_setting('application_name')",
        &[],
    )?;
    Ok(row.get(0))
}

#[test]
fn a_password_file_signs_in_unless_others_can_read_it() -> Result {
    let (server, operator) = (server()?, Operator::new()?);
    let file = operator.file(".pgpass");
    let escaped = PASSWORD.replace('\\', "\\\\").replace(':', "\\:");
    fs::write(
        &file,
        format!("# mine\n127.0.0.1:{}:media:*:{escaped}\n", server.port()),
    )?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600))?;
    let target = |user: &str| format!("postgres://{user}@127.0.0.1:{}/media", server.port());
    for user in ["ada", "old", "plain"] {
        assert_eq!(
            format!("{user}@media share_tui"),
            who(&operator, &target(user))?
        );
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640))?;
    assert_eq!("PasswordWanted", operator.outcome(&target("ada"))?);
    let settings = operator
        .settings(&target("ada"))
        .map_err(|came| told(&came))?;
    assert!(settings.warnings()[0].contains("permissions should be u=rw (0600) or less"));

    fs::write(&file, "*:*:*:*:wrong\n")?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600))?;
    let refused = problem(operator.connect(&target("ada")))?;
    let Problem::PasswordRefused { origin, .. } = &refused else {
        return Err(told(&refused));
    };
    assert_eq!(&PasswordOrigin::File(file), origin);
    assert!(!refused.told().contains("wrong"), "{}", refused.told());
    Ok(())
}

#[test]
fn a_service_file_leads_there_with_the_environment_behind_it() -> Result {
    let (server, mut operator) = (server()?, Operator::new()?);
    fs::write(
        operator.file(".pg_service.conf"),
        format!(
            "[films]\nhost=127.0.0.1\nport={}\ndbname=media\nuser=free\n",
            server.port()
        ),
    )?;
    operator.set("PGDATABASE", "nowhere");
    operator.set("PGAPPNAME", "mine");
    assert_eq!("free@media mine", who(&operator, "service=films")?);
    assert_eq!(
        "free@postgres mine",
        who(&operator, "postgres:///postgres?service=films")?
    );
    operator.set("PGSERVICE", "films");
    operator.set("PGUSER", "ada");
    assert_eq!("free@media mine", who(&operator, "")?);
    assert_eq!("UnknownService", operator.outcome("service=none")?);
    Ok(())
}

#[test]
fn a_password_is_asked_for_only_where_one_is_wanted_and_up_to_three_times() -> Result {
    let (server, operator) = (server()?, Operator::new()?);
    let settings = |user: &str| {
        let target = format!(
            "host=127.0.0.1 port={} user={user} dbname=media",
            server.port()
        );
        operator.settings(&target).map_err(|came| told(&came))
    };
    let typing = |user: &str, typed: &[&str]| -> Result<(String, u32)> {
        let mut asked = 0;
        let mut typed = typed.iter();
        let connected = share_connect::connect(&settings(user)?, &mut |prompt| {
            assert_eq!(
                (user, "127.0.0.1", "media"),
                (&*prompt.user, &*prompt.host, &*prompt.database)
            );
            assert_eq!(asked, prompt.refused);
            asked += 1;
            typed
                .next()
                .map(|typed| Zeroizing::new((*typed).to_owned()))
        });
        let outcome = connected.map_or_else(|problem| kind(&problem), |_| "in".to_owned());
        Ok((outcome, asked))
    };
    assert_eq!(("in".to_owned(), 0), typing("free", &[])?);
    for user in ["ada", "old", "plain"] {
        assert_eq!(("in".to_owned(), 1), typing(user, &[PASSWORD])?);
        assert_eq!(("in".to_owned(), 3), typing(user, &["a", "b", PASSWORD])?);
        assert_eq!(
            ("PasswordRefused".to_owned(), 3),
            typing(user, &["a", "b", "c", PASSWORD])?
        );
        assert_eq!(("PasswordWanted".to_owned(), 1), typing(user, &[])?);
    }
    Ok(())
}

#[test]
fn the_password_of_the_environment_signs_in_and_is_not_asked_for_again() -> Result {
    let (server, mut operator) = (server()?, Operator::new()?);
    let target = format!(
        "host=127.0.0.1 port={} user=ada dbname=media",
        server.port()
    );
    operator.set("PGPASSWORD", PASSWORD);
    assert_eq!("ada@media share_tui", who(&operator, &target)?);
    operator.set("PGPASSWORD", "wrong");
    let settings = operator.settings(&target).map_err(|came| told(&came))?;
    let refused = problem(share_connect::connect(&settings, &mut |_| panic!("asked")))?;
    assert!(
        matches!(
            refused,
            Problem::PasswordRefused {
                origin: PasswordOrigin::Given,
                ..
            }
        ),
        "{refused}"
    );
    Ok(())
}

#[test]
fn each_way_not_to_get_in_is_told_apart() -> Result {
    let (server, operator) = (server()?, Operator::new()?);
    let free = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let port = server.port();
    for (target, wanted) in [
        (
            format!("host=127.0.0.1 port={free} user=free"),
            "Unreachable",
        ),
        ("host=/nowhere user=free".to_owned(), "Unreachable"),
        (
            "host=no.such.host.invalid user=free".to_owned(),
            "Unresolved",
        ),
        (
            format!("host=127.0.0.1 port={port} user=free dbname=none"),
            "NoDatabase",
        ),
        (
            format!("host=127.0.0.1 port={port} user=nobody dbname=media"),
            "NotAllowed",
        ),
        (
            format!(
                "host={} port={port} user=free dbname=media",
                server.folder().display()
            ),
            "NotAllowed",
        ),
        (
            format!("host=127.0.0.1,127.0.0.1 port={free} user=free"),
            "Hosts",
        ),
    ] {
        let refused = problem(operator.connect(&target))?;
        assert_eq!(wanted, kind(&refused), "{target}: {}", refused.told());
    }
    Ok(())
}

#[test]
fn a_server_that_never_answers_is_given_up_in_time() -> Result {
    let operator = Operator::new()?;
    let silent = TcpListener::bind("127.0.0.1:0")?;
    let folder = operator.file("socket");
    fs::create_dir(&folder)?;
    let _socket = UnixListener::bind(folder.join(".s.PGSQL.5432"))?;
    let port = silent.local_addr()?.port();
    for target in [
        format!("host=127.0.0.1 port={port} sslmode=disable"),
        format!("host=127.0.0.1 port={port} sslmode=prefer"),
        format!("host=127.0.0.1 port={port} sslmode=require"),
        format!("host={}", folder.display()),
    ] {
        assert_eq!(
            "TimedOut",
            operator.outcome(&format!("{target} connect_timeout=2"))?
        );
    }
    // Who was waiting has gone: what the system has accepted meanwhile is closed from the other side.
    let (stream, _) = silent.accept()?;
    assert!(is_closed(&stream)?);
    Ok(())
}

fn is_closed(mut stream: &TcpStream) -> Result<bool> {
    use std::io::Read;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    Ok(stream.read_to_end(&mut Vec::new()).is_ok())
}

#[test]
fn the_first_host_that_is_what_is_asked_for_serves() -> Result {
    let primary = Cluster::start(&[])?;
    let standby = primary.standby()?;
    let operator = Operator::new()?;
    let (first, second) = (
        primary.folder().display().to_string(),
        standby.folder().display().to_string(),
    );
    let found = |hosts: &[&str], wanted: &str| -> Result<String> {
        let hosts = hosts.join(",");
        let target = format!("host={hosts} user=postgres target_session_attrs={wanted}");
        match operator.connect(&target) {
            Ok(connected) => {
                assert_eq!(connected.host.name == second, connected.standby);
                assert!(connected.server_version >= 150_000);
                Ok(if connected.standby {
                    "standby"
                } else {
                    "primary"
                }
                .to_owned())
            }
            Err(problem) => Ok(kind(&problem)),
        }
    };
    let (both, none) = ([&*first, &*second], "/nowhere");
    let back = [&*second, &*first];
    for (wanted, ahead, backwards) in [
        ("any", "primary", "standby"),
        ("read-write", "primary", "primary"),
        ("read-only", "standby", "standby"),
        ("primary", "primary", "primary"),
        ("standby", "standby", "standby"),
        ("prefer-standby", "standby", "standby"),
    ] {
        assert_eq!(ahead, found(&both, wanted)?, "{wanted}");
        assert_eq!(backwards, found(&back, wanted)?, "{wanted}");
        assert_eq!(
            ahead,
            found(&[none, &*first, none, &*second], wanted)?,
            "{wanted}"
        );
    }
    assert_eq!("primary", found(&[none, &*first], "prefer-standby")?);
    assert_eq!("Unsuitable", found(&[&*first], "standby")?);
    assert_eq!("Hosts", found(&[none, &*second], "primary")?);
    // A default of the server counts, and what the program itself makes read-only does not.
    let mut client = primary.connect("postgres")?;
    let target = format!("host={first} user=postgres target_session_attrs=read-write");
    let settings = operator.settings(&target).map_err(|came| told(&came))?;
    let settings = settings.with_setting("default_transaction_read_only", "on");
    let connected = share_connect::connect(&settings, &mut |_| None).map_err(|came| told(&came))?;
    assert!(connected.session_set);
    client.batch_execute("alter system set default_transaction_read_only = on")?;
    client.batch_execute("select pg_reload_conf()")?;
    let deadline = Instant::now() + Duration::from_secs(10);
    while found(&[&*first], "read-write")? != "Unsuitable" {
        assert!(Instant::now() < deadline, "the setting counts in time");
    }
    assert_eq!("primary", found(&[&*first], "read-only")?);
    Ok(())
}

#[test]
fn a_session_begins_with_the_settings_of_the_program() -> Result {
    let (server, operator) = (server()?, Operator::new()?);
    let target = format!(
        "postgres://free@127.0.0.1:{}/media?options=-c%20work_mem%3D5MB",
        server.port()
    );
    let settings = operator.settings(&target).map_err(|came| told(&came))?;
    assert_eq!(
        format!("free@127.0.0.1:{}/media", server.port()),
        describe(&settings)
    );
    let settings = settings
        .with_setting("statement_timeout", "200 ms")
        .with_setting("default_transaction_read_only", "on");
    let mut connected =
        share_connect::connect(&settings, &mut |_| None).map_err(|came| told(&came))?;
    assert!(connected.session_set);
    let client = &mut connected.client;
    assert_eq!(
        Some(SqlState::QUERY_CANCELED),
        state(client.batch_execute("select pg_sleep(60)"))
    );
    assert_eq!(
        Some(SqlState::READ_ONLY_SQL_TRANSACTION),
        state(client.batch_execute("create table t ()"))
    );
    let row = client.query_one(
        "select current_setting('work_mem'), current_setting('client_encoding')",
        &[],
    )?;
    assert_eq!(("5MB", "UTF8"), (row.get(0), row.get(1)));
    Ok(())
}

#[test]
fn a_pooler_that_takes_no_options_is_connected_to_without_those_of_the_program() -> Result {
    let operator = Operator::new()?;
    let database = Cluster::shared()?.empty_database()?;
    let mut client = database.connect()?;
    client.batch_execute("create role free login; grant all on schema public to free")?;
    let pooler = PgBouncer::start(database.cluster(), "free", 1)?;
    let target = format!("postgres://free@{}/{}", pooler.address(), database.name());
    let name = format!("free@{} share_tui", database.name());
    assert_eq!(name, who(&operator, &target)?);
    let none = format!("postgres://free@{}/none", pooler.address());
    assert_eq!("NoDatabase", operator.outcome(&none)?);
    let settings = operator.settings(&target).map_err(|came| told(&came))?;
    let settings = settings.with_setting("default_transaction_read_only", "on");
    let mut connected =
        share_connect::connect(&settings, &mut |_| None).map_err(|came| told(&came))?;
    assert!(!connected.session_set, "it says so");
    let client = &mut connected.client;
    let read_only = client.simple_query("begin read only; create table t ()");
    assert_eq!(Some(SqlState::READ_ONLY_SQL_TRANSACTION), state(read_only));
    client.batch_execute("rollback")?;
    for _ in 0..3 {
        let rows = client.query_typed("select $1::text", &[(&"x", postgres::types::Type::TEXT)])?;
        assert_eq!("x", rows[0].get::<_, &str>(0));
    }
    // What the user has asked for is not left away.
    let asked = format!("{target}?options=-c%20default_transaction_read_only%3Don");
    assert_eq!("OptionsRefused", operator.outcome(&asked)?);
    Ok(())
}
