//! What a release has promised: its surface, and a database of it that comes back. Later versions are held against both.
//!
//! With `SHARE_WRITE_RELEASE` set, the first test writes the files of the present version before it compares.

use std::fs;
use std::path::PathBuf;

use share_tests::{Cluster, Error, Result};

use crate::dump_library::{READER, fill, summary};

/// What the regression file of the surface shows.
const SURFACE: &str = include_str!("../regress/expected/api_surface.out");
const DATABASE: &str = "released";
/// An archive of `pg_dump`.
const LIBRARY: &str = "library.dump";

fn folder() -> PathBuf {
    [
        env!("CARGO_MANIFEST_DIR"),
        "releases",
        env!("CARGO_PKG_VERSION"),
    ]
    .iter()
    .collect()
}

fn read(name: &str) -> Result<String> {
    let file = folder().join(name);
    fs::read_to_string(&file).map_err(|came| Error::new(format!("{}: {came}", file.display())))
}

/// Makes a database with something of everything and writes it down, with the surface.
fn write() -> Result {
    let cluster = Cluster::start(&[])?;
    cluster.connect("postgres")?.batch_execute(READER)?;
    cluster.create_database(DATABASE)?;
    cluster.install_extension(DATABASE)?;
    fill(&mut cluster.connect(DATABASE)?)?;
    fs::create_dir_all(folder())?;
    fs::write(folder().join("surface.out"), SURFACE)?;
    let file = format!("--file={}", folder().join(LIBRARY).display());
    cluster.pg_dump(DATABASE, &["--format=custom", &file])?;
    Ok(())
}

#[test]
fn the_surface_is_that_of_the_release() -> Result {
    if std::env::var_os("SHARE_WRITE_RELEASE").is_some() {
        write()?;
    }
    let released = read("surface.out")?;
    let changed: Vec<&str> = SURFACE
        .lines()
        .filter(|line| !released.lines().any(|known| known == *line))
        .collect();
    assert_eq!(
        Vec::<&str>::new(),
        changed,
        "a change after a release comes with another version, a step of migrate() and an upgrade script"
    );
    assert_eq!(released, SURFACE);
    Ok(())
}

#[test]
fn a_database_of_the_release_comes_back_and_works() -> Result {
    let cluster = Cluster::start(&[])?;
    cluster.connect("postgres")?.batch_execute(READER)?;
    cluster.create_database(DATABASE)?;
    // Roles come with the extension, and grants to them stand in the dump.
    cluster.create_database("another")?;
    cluster.install_extension("another")?;
    cluster.pg_restore(DATABASE, &["-e"], &folder().join(LIBRARY))?;
    let mut client = cluster.connect(DATABASE)?;
    let steps: i32 = client.query_one("select share.migrate()", &[])?.get(0);
    let latest: i32 = client
        .query_one("select share.migration_latest()", &[])?
        .get(0);
    assert_eq!(latest - 1, steps);
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
    Ok(())
}
