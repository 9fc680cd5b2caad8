//! The six sslmodes against real servers: with a right and a wrong authority, other names, certificates of clients, none at all.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use postgres::error::SqlState;
use share_connect::Problem;
use share_tests::{Authority, Cluster, Identity, Result};

use crate::connecting::{Operator, problem, state, told};

const MODES: [&str; 6] = [
    "disable",
    "allow",
    "prefer",
    "require",
    "verify-ca",
    "verify-full",
];
/// Who comes how; the first line that fits counts.
const RULES: &str = "hostssl all only_tls 127.0.0.1/32 trust
host all only_tls 127.0.0.1/32 reject
hostnossl all only_clear 127.0.0.1/32 trust
host all only_clear 127.0.0.1/32 reject
hostssl all by_certificate 127.0.0.1/32 cert
hostnossl all by_mistake 127.0.0.1/32 trust
host all by_mistake 127.0.0.1/32 scram-sha-256
host all by_password 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust";

/// A server with TLS, its authority, one that it does not have, and certificates of clients.
struct Scene {
    authority: Authority,
    stranger: Authority,
    server: Cluster,
    client: Identity,
    /// The server's own.
    identity: Identity,
}

fn start(identity: &Identity, authority: &Authority) -> Result<Cluster> {
    let settings = [
        ("ssl_cert_file", identity.certificate.display().to_string()),
        ("ssl_key_file", identity.key.display().to_string()),
        ("ssl_ca_file", authority.certificate().display().to_string()),
        ("ssl", "on".to_owned()),
    ];
    let settings = settings
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let server = Cluster::listening(&settings, RULES)?;
    server.connect("postgres")?.batch_execute(
        "create role only_tls login; create role only_clear login; create role by_certificate login; create role by_mistake login password 'open sesame'; create role by_password login password 'open sesame'",
    )?;
    Ok(server)
}

impl Scene {
    fn shared() -> Result<&'static Self> {
        static SCENE: OnceLock<Result<Scene>> = OnceLock::new();
        SCENE
            .get_or_init(|| {
                let authority = Authority::new()?;
                let identity = authority.issue_to_server("server", "DNS:localhost")?;
                Ok(Self {
                    server: start(&identity, &authority)?,
                    client: authority.issue("by_certificate", "basicConstraints = CA:FALSE\n")?,
                    identity,
                    stranger: Authority::new()?,
                    authority,
                })
            })
            .as_ref()
            .map_err(Clone::clone)
    }

    /// A string that leads to the server by a name, as a user.
    fn target(&self, host: &str, user: &str, more: &str) -> String {
        format!(
            "host={host} hostaddr=127.0.0.1 port={} user={user} dbname=postgres {more}",
            self.server.port()
        )
    }
}

fn root(authority: &Authority) -> String {
    format!("sslrootcert={}", authority.certificate().display())
}

fn outcomes(operator: &Operator, target: impl Fn(&str) -> String) -> Result<Vec<String>> {
    MODES
        .iter()
        .map(|mode| operator.outcome(&target(&format!("sslmode={mode}"))))
        .collect()
}

#[test]
fn each_mode_asks_of_a_server_with_tls_what_it_says() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let (right, wrong) = (root(&scene.authority), root(&scene.stranger));
    let by = |host: &str, root: &str| {
        outcomes(&operator, |mode| {
            scene.target(host, "postgres", &format!("{mode} {root}"))
        })
    };
    assert_eq!(
        ["clear", "clear", "tls", "tls", "tls", "tls"],
        by("localhost", &right)?[..]
    );
    assert_eq!(
        ["clear", "clear", "tls", "tls", "tls", "Tls"],
        by("other.example", &right)?[..]
    );
    assert_eq!(
        ["clear", "clear", "tls", "tls", "tls", "Tls"],
        by("127.0.0.1", &right)?[..]
    );
    assert_eq!(
        ["clear", "clear", "tls", "Tls", "Tls", "Tls"],
        by("localhost", &wrong)?[..]
    );
    assert_eq!(
        ["clear", "clear", "tls", "tls", "File", "File"],
        by("localhost", "")?[..]
    );
    // A name that no certificate can have is no obstacle where names do not count.
    assert_eq!(
        ["clear", "clear", "tls", "tls", "tls", "Tls"],
        by("no..name", &right)?[..]
    );
    Ok(())
}

#[test]
fn each_mode_asks_of_a_server_without_tls_what_it_says() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let server = Cluster::listening(&[], "host all all 127.0.0.1/32 trust")?;
    let found = outcomes(&operator, |mode| {
        let root = root(&scene.authority);
        format!(
            "host=127.0.0.1 port={} user=postgres {mode} {root}",
            server.port()
        )
    })?;
    assert_eq!(
        ["clear", "clear", "clear", "NoTls", "NoTls", "NoTls"],
        found[..]
    );
    Ok(())
}

#[test]
fn allow_and_prefer_try_the_other_way_where_the_server_wants_it() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let by = |user: &str| {
        let root = root(&scene.authority);
        outcomes(&operator, |mode| {
            scene.target("localhost", user, &format!("{mode} {root}"))
        })
    };
    assert_eq!(
        ["NotAllowed", "tls", "tls", "tls", "tls", "tls"],
        by("only_tls")?[..]
    );
    let clear = [
        "clear",
        "clear",
        "clear",
        "NotAllowed",
        "NotAllowed",
        "NotAllowed",
    ];
    assert_eq!(clear, by("only_clear")?[..]);
    Ok(())
}

#[test]
fn after_a_question_for_a_password_prefer_does_not_send_it_in_the_clear() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let by = |more: &str| operator.outcome(&scene.target("localhost", "by_mistake", more));
    assert_eq!("clear", by("sslmode=disable")?);
    assert_eq!("PasswordRefused", by("sslmode=prefer password=wrong")?);
    assert_eq!("PasswordWanted", by("sslmode=prefer")?);
    assert_eq!("tls", by("sslmode=prefer password='open sesame'")?);
    Ok(())
}

#[test]
fn a_socket_has_no_tls_whatever_the_mode() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let folder = scene.server.folder().display();
    let found = outcomes(&operator, |mode| {
        format!(
            "host={folder} port={} user=postgres {mode}",
            scene.server.port()
        )
    })?;
    assert_eq!(["clear"; 6], found[..]);
    Ok(())
}

#[test]
fn a_certificate_of_the_client_signs_in_and_none_does_not() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let target = |more: &str| {
        scene.target(
            "localhost",
            "by_certificate",
            &format!("sslmode=require {more}"),
        )
    };
    let (certificate, key) = (
        scene.client.certificate.display(),
        scene.client.key.display(),
    );
    assert_eq!(
        "tls",
        operator.outcome(&target(&format!("sslcert={certificate} sslkey={key}")))?
    );
    assert_eq!("NotAllowed", operator.outcome(&target(""))?);
    let stranger = scene
        .stranger
        .issue("by_certificate", "basicConstraints = CA:FALSE\n")?;
    let (certificate, key) = (stranger.certificate.display(), stranger.key.display());
    assert_eq!(
        "Tls",
        operator.outcome(&target(&format!("sslcert={certificate} sslkey={key}")))?
    );
    assert_eq!(
        "File",
        operator.outcome(&target(&format!("sslcert={certificate} sslkey=/none")))?
    );
    Ok(())
}

#[test]
fn a_key_that_others_can_read_is_refused() -> Result {
    use std::os::unix::fs::PermissionsExt;
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let key = operator.file("open.key");
    fs::copy(&scene.client.key, &key)?;
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644))?;
    let more = format!(
        "sslmode=require sslcert={} sslkey={}",
        scene.client.certificate.display(),
        key.display()
    );
    let refused = problem(operator.connect(&scene.target("localhost", "by_certificate", &more)))?;
    assert!(
        matches!(&refused, Problem::File { name: "sslkey", what, .. } if what.contains("0600")),
        "{refused}"
    );
    Ok(())
}

#[test]
fn the_files_of_the_home_are_taken_where_none_are_named() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let folder = operator.file(".postgresql");
    fs::create_dir(&folder)?;
    let copy = |from: &Path, name: &str| fs::copy(from, folder.join(name));
    copy(&scene.client.certificate, "postgresql.crt")?;
    copy(&scene.client.key, "postgresql.key")?;
    copy(&scene.authority.certificate(), "root.crt")?;
    let target = |mode: &str| scene.target("localhost", "by_certificate", mode);
    assert_eq!("tls", operator.outcome(&target("sslmode=verify-full"))?);
    // With an authority at hand, require is verify-ca.
    copy(&scene.stranger.certificate(), "root.crt")?;
    assert_eq!("Tls", operator.outcome(&target("sslmode=require"))?);
    Ok(())
}

#[test]
fn a_revoked_certificate_is_refused() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let target = |list: &Path| {
        let more = format!(
            "sslmode=verify-ca {} sslcrl={}",
            root(&scene.authority),
            list.display()
        );
        scene.target("localhost", "postgres", &more)
    };
    let list = scene.authority.revoke(&[])?;
    assert_eq!("tls", operator.outcome(&target(&list))?);
    let list = scene.authority.revoke(&[&scene.identity])?;
    assert_eq!("Tls", operator.outcome(&target(&list))?);
    Ok(())
}

#[test]
fn passwords_are_bound_to_the_channel_unless_the_certificate_proves_nothing() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let more =
        |binding: &str| format!("sslmode=require channel_binding={binding} password='open sesame'");
    let target = |binding: &str| scene.target("localhost", "by_password", &more(binding));
    assert_eq!("tls", operator.outcome(&target("require"))?);
    assert_eq!("tls", operator.outcome(&target("disable"))?);
    let clear = target("require").replace("sslmode=require", "sslmode=disable");
    assert_eq!("Authentication", operator.outcome(&clear)?);

    // A certificate of version 1, which openssl makes when it is told nothing.
    let old = scene.authority.issue("old", "")?;
    scene.authority.lend(&old)?;
    let server = start(&old, &scene.authority)?;
    let target = |binding: &str| {
        target(binding).replace(
            &format!("port={}", scene.server.port()),
            &format!("port={}", server.port()),
        )
    };
    assert_eq!("tls", operator.outcome(&target("prefer"))?);
    assert_eq!("Authentication", operator.outcome(&target("require"))?);
    let verified = target("prefer").replace(
        "sslmode=require",
        &format!("sslmode=verify-ca {}", root(&scene.authority)),
    );
    assert_eq!("Tls", operator.outcome(&verified)?);
    Ok(())
}

#[test]
fn versions_of_tls_are_bounded() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    for (bounds, wanted) in [
        ("ssl_max_protocol_version=TLSv1.2", "TLSv1.2"),
        ("ssl_min_protocol_version=TLSv1.3", "TLSv1.3"),
    ] {
        let target = scene.target(
            "localhost",
            "postgres",
            &format!("sslmode=require {bounds}"),
        );
        let mut connected = operator.connect(&target).map_err(|came| told(&came))?;
        let row = connected.client.query_one(
            "select s.version from pg_stat_ssl s where s.pid = pg_backend_pid()",
            &[],
        )?;
        assert_eq!(wanted, row.get::<_, String>(0));
    }
    Ok(())
}

#[test]
fn a_statement_is_interrupted_through_tls_a_socket_and_in_the_clear() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let more = format!("sslmode=verify-full {}", root(&scene.authority));
    let folder = scene.server.folder().display();
    let socket = format!("host={folder} port={} user=postgres", scene.server.port());
    for target in [
        scene.target("localhost", "only_tls", &more),
        scene.target("localhost", "only_clear", ""),
        socket,
    ] {
        let mut connected = operator.connect(&target).map_err(|came| told(&came))?;
        let cancel = connected.cancel.clone();
        let other = thread::spawn(move || {
            thread::sleep(Duration::from_millis(300));
            cancel.cancel()
        });
        let ran = connected.client.batch_execute("select pg_sleep(60)");
        assert_eq!(Some(SqlState::QUERY_CANCELED), state(ran), "{target}");
        assert!(other.join().is_ok_and(|cancelled| cancelled.is_ok()));
    }
    Ok(())
}

#[test]
fn tls_at_once_is_told_apart_from_servers_that_do_not_know_it() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let target = scene.target(
        "localhost",
        "postgres",
        "sslmode=require sslnegotiation=direct",
    );
    let version = share_tests::Place::get()?.installation().major()?;
    let found = operator.outcome(&target)?;
    assert_eq!(if version < 17 { "Tls" } else { "tls" }, found);
    Ok(())
}

#[test]
fn the_authorities_of_the_system_do_not_know_ours() -> Result {
    let (scene, operator) = (Scene::shared()?, Operator::new()?);
    let target = |host: &str, mode: &str| {
        scene.target(host, "postgres", &format!("sslrootcert=system {mode}"))
    };
    assert_eq!("Tls", operator.outcome(&target("localhost", ""))?);
    assert_eq!(
        "Conflict",
        operator.outcome(&target("localhost", "sslmode=verify-ca"))?
    );
    Ok(())
}
