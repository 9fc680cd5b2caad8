//! What a release has promised: its surface, and a database of it that comes back. Later versions are held against both.
//!
//! With `SHARE_WRITE_RELEASE` set, the first test writes the files of the present version before it compares.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use share_tests::{Cluster, Error, Place, Result};

use crate::dump_library::{READER, fill, summary};

/// What the regression file of the surface shows.
const SURFACE: &str = include_str!("../regress/expected/api_surface.out");
const DATABASE: &str = "released";
/// An archive of `pg_dump`.
pub(crate) const LIBRARY: &str = "library.dump";

fn releases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("releases")
}

/// The files of a release.
pub(crate) fn folder(version: &str) -> PathBuf {
    releases().join(version)
}

fn numbers(version: &str) -> Vec<u32> {
    version
        .split('.')
        .map(|part| part.parse().unwrap_or_default())
        .collect()
}

/// The versions that were released, the oldest first.
pub(crate) fn released() -> Result<Vec<String>> {
    let mut versions: Vec<String> = fs::read_dir(releases())?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    versions.sort_by_key(|version| numbers(version));
    if versions.is_empty() {
        return Err(Error::new("there is no release"));
    }
    Ok(versions)
}

/// What the script that makes the extension is called.
pub(crate) fn script_name(version: &str) -> String {
    format!("pg_share--{version}.sql")
}

fn packed_script(version: &str) -> PathBuf {
    folder(version).join(script_name(version) + ".gz")
}

/// Runs gzip over a file and gives what it writes.
fn gzip(arguments: &[&str], file: &Path) -> Result<Vec<u8>> {
    let output = Command::new("gzip").args(arguments).arg(file).output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Error::new(String::from_utf8_lossy(&output.stderr)))
}

/// The script that made the extension of a release, as it was shipped.
pub(crate) fn script(version: &str) -> Result<Vec<u8>> {
    gzip(&["-dc"], &packed_script(version))
}

fn surface(version: &str) -> Result<String> {
    let file = folder(version).join("surface.out");
    fs::read_to_string(&file).map_err(|came| Error::new(format!("{}: {came}", file.display())))
}

/// Makes a database with something of everything and writes it down, with the surface and the script.
fn write() -> Result {
    let version = env!("CARGO_PKG_VERSION");
    let cluster = Cluster::start(&[])?;
    cluster.connect("postgres")?.batch_execute(READER)?;
    cluster.create_database(DATABASE)?;
    cluster.install_extension(DATABASE)?;
    fill(&mut cluster.connect(DATABASE)?)?;
    let folder = folder(version);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("surface.out"), SURFACE)?;
    let scripts = Place::get()?.installation().config("--sharedir")?;
    let script = Path::new(&scripts)
        .join("extension")
        .join(script_name(version));
    fs::write(packed_script(version), gzip(&["-9nc"], &script)?)?;
    let file = format!("--file={}", folder.join(LIBRARY).display());
    cluster.pg_dump(DATABASE, &["--format=custom", &file])?;
    Ok(())
}

/// Whether a function still takes every call that it took, does it in the same way, and for the same callers: it may have more
/// arguments behind the others, with defaults, and more callers.
fn takes_the_same_calls(line: &str, now: &str) -> bool {
    let parts = |line: &str| {
        let mut cells = line.rsplitn(4, " | ").map(str::to_owned);
        let (callers, marks, result) = (cells.next()?, cells.next()?, cells.next()?);
        let signature = cells.next()?.strip_suffix(')')?.to_owned();
        Some((signature, result, marks, callers))
    };
    let (Some(before), Some(after)) = (parts(line), parts(now)) else {
        return false;
    };
    let more = match after.0.strip_prefix(&before.0) {
        Some("") => true,
        Some(more) => more
            .strip_prefix(", ")
            .is_some_and(|more| more.split(", ").all(|one| one.contains(" DEFAULT "))),
        None => false,
    };
    more && before.1 == after.1
        && before.2 == after.2
        && before
            .3
            .split(", ")
            .all(|caller| after.3.split(", ").any(|one| one == caller))
}

/// Whether a line of a released surface still stands: as it was, as a type or a list of accepted values that has grown at its end, or
/// as a function that takes more.
fn stands(line: &str, surface: &str) -> bool {
    surface.lines().any(|now| {
        now == line
            || takes_the_same_calls(line, now)
            || line.strip_suffix("])))").is_some_and(|accepted| {
                now.strip_prefix(accepted)
                    .is_some_and(|more| more.starts_with(", '") && more.ends_with("])))"))
            })
            || (!line.contains('(') && line.contains(" | ") && {
                now.strip_prefix(line)
                    .is_some_and(|more| more.starts_with(", "))
            })
    })
}

#[test]
fn what_a_release_has_promised_stands() -> Result {
    if std::env::var_os("SHARE_WRITE_RELEASE").is_some() {
        write()?;
    }
    for version in released()? {
        let promised = surface(&version)?;
        let gone: Vec<&str> = promised
            .lines()
            .filter(|line| !stands(line, SURFACE))
            .collect();
        assert_eq!(Vec::<&str>::new(), gone, "promised by {version}");
    }
    Ok(())
}

#[test]
fn a_promise_that_is_broken_is_found() {
    let surface = "share_get(id uuid) | text\ntop_share | share_id uuid, number bigint\n\
        file_get(id uuid, at date DEFAULT now()) | text | sql stable | share_app, share_user\n\
        origin | origin_kind_check | CHECK ((kind = ANY (ARRAY['source'::text, 'proxy'::text])))";
    for kept in surface.lines().chain([
        "top_share | share_id uuid",
        "file_get(id uuid) | text | sql stable | share_app",
        "origin | origin_kind_check | CHECK ((kind = ANY (ARRAY['source'::text])))",
    ]) {
        assert!(stands(kept, surface), "{kept}");
    }
    for broken in [
        "share_get(id uuid, at date) | text",
        "share_get(id uuid) | tex",
        "top_share | number bigint",
        "origin | origin_kind_check | CHECK ((kind = ANY (ARRAY['proxy'::text])))",
        "top_share | share_id uu",
        "share_put(id uuid) | text",
        "file_get(id text) | text | sql stable | share_app",
        "file_get(id uuid) | uuid | sql stable | share_app",
        "file_get(id uuid) | text | sql volatile | share_app",
        "file_get(id uuid) | text | sql stable | share_visitor",
    ] {
        assert!(!stands(broken, surface), "{broken}");
    }
}

#[test]
fn what_is_new_since_the_last_release_comes_with_another_version_and_an_upgrade_script() -> Result {
    let versions = released()?;
    let last = versions.last().map(String::as_str).unwrap_or_default();
    let promised = surface(last)?;
    let present = env!("CARGO_PKG_VERSION");
    if present == last {
        assert_eq!(promised, SURFACE);
        return Ok(());
    }
    assert!(numbers(present) > numbers(last), "{present} after {last}");
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../sql/upgrade")
        .join(format!("pg_share--{last}--{present}.sql"));
    assert!(script.is_file(), "{}", script.display());
    Ok(())
}

#[test]
fn a_database_of_each_release_comes_back_and_works() -> Result {
    for version in released()? {
        let cluster = Cluster::start(&[])?;
        cluster.connect("postgres")?.batch_execute(READER)?;
        cluster.create_database(DATABASE)?;
        // Roles come with the extension, and grants to them stand in the dump.
        cluster.create_database("another")?;
        cluster.install_extension("another")?;
        cluster.pg_restore(DATABASE, &["-e"], &folder(&version).join(LIBRARY))?;
        let mut client = cluster.connect(DATABASE)?;
        // From the step of the release: the dump holds its tables.
        let row = client.query_one(
            "select i.version, share.migrate(), share.migration_latest() from share.schema_info i",
            &[],
        )?;
        assert_eq!(
            row.get::<_, i32>(2) - row.get::<_, i32>(0),
            row.get::<_, i32>(1)
        );
        assert!(!summary(&mut client)?.is_empty());
        // Each share is read with what it signs, and the password, the caps and the recipients hold.
        let row = client.query_one(
            "select count(*), count(d.stream_url) > 0, bool_or(d.has_password), bool_or(d.recipients_only)
            from share.shares s cross join lateral share.share_get(s.id) d where s.state <> 'deleted'",
            &[],
        )?;
        assert!(row.get::<_, i64>(0) > 3);
        assert_eq!(
            (true, true),
            (row.get(1), row.get::<_, bool>(2) || row.get::<_, bool>(3))
        );
    }
    Ok(())
}
