//! What pgspot, a linter of extensions, finds in the script of the extension and in the statements of its tables.

use std::fs;
use std::path::Path;
use std::process::Command;

use share_tests::{Cluster, Error, Place, Result};

use crate::release::{released, script};

/// What it says of a script: nothing where all is well. Types of an earlier script are known to it.
fn findings(script: &Path, earlier: Option<&Path>) -> Result<String> {
    let output = Command::new(Place::target().join("tools/pgspot/bin/python"))
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/server/spot.py"))
        .arg(script)
        .args(earlier)
        .output()
        .map_err(|came| Error::new(format!("pgspot, which make test installs: {came}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Error::new(String::from_utf8_lossy(&output.stderr)))
}

/// A file of this process with a text.
fn written(name: &str, text: &str) -> Result<std::path::PathBuf> {
    let path = Place::get()?.folder_of_process("spot")?.join(name);
    fs::write(&path, text)?;
    Ok(path)
}

#[test]
fn the_script_of_the_extension_leaves_nothing_to_who_plants_objects() -> Result {
    let folder = Place::get()?.installation().config("--sharedir")?;
    let name = concat!("extension/pg_share--", env!("CARGO_PKG_VERSION"), ".sql");
    assert_eq!("", findings(&Path::new(&folder).join(name), None)?);
    Ok(())
}

/// Whether a finding is that a function may be replaced which the release before has: in the script of an extension
/// `PostgreSQL` replaces its own members alone.
fn replaces_its_own(finding: &str, released: &str) -> bool {
    finding
        .strip_prefix("PS002 in ")
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(name, _)| released.contains(&format!("create function {name}(")))
}

#[test]
fn the_scripts_of_updates_leave_nothing_to_who_plants_objects() -> Result {
    let folder = Path::new(&Place::get()?.installation().config("--sharedir")?).join("extension");
    for version in released()? {
        let released = String::from_utf8_lossy(&script(&version)?).into_owned();
        let before = written(&format!("{version}.sql"), &released)?;
        // As those that are written in Rust stand there: in capitals, with quotes.
        let released = released.to_lowercase().replace('"', "");
        let released = released.split_whitespace().collect::<Vec<_>>().join(" ");
        let start = format!("pg_share--{version}--");
        for entry in fs::read_dir(&folder)?.flatten() {
            if !entry.file_name().to_string_lossy().starts_with(&start) {
                continue;
            }
            let found = findings(&entry.path(), Some(&before))?;
            let bad: Vec<&str> = found
                .lines()
                .filter(|finding| !replaces_its_own(finding, &released))
                .collect();
            assert_eq!(Vec::<&str>::new(), bad);
        }
    }
    Ok(())
}

#[test]
fn the_statements_of_the_tables_leave_nothing_to_who_plants_objects() -> Result {
    let database = Cluster::shared()?.database()?;
    let row = database.connect()?.query_one(
        "select string_agg(s, chr(10)), (select 'set ' || replace(c, '=', ' = ') from pg_proc p, unnest(p.proconfig) c where p.oid = 'share.migrate'::regproc and c like 'search_path=%')
        from generate_series(1, share.migration_latest()) n cross join lateral unnest(share.migration_statements(n)) s",
        &[],
    )?;
    let (statements, path): (String, String) = (row.get(0), row.get(1));
    // They run inside share.migrate(), with its search path.
    let tables = written("tables.sql", &format!("{path};\n{statements}"))?;
    assert_eq!("", findings(&tables, None)?);
    Ok(())
}

#[test]
fn what_could_be_taken_over_is_found() -> Result {
    let bad = written(
        "bad.sql",
        "create type share.pair as (a integer);
        create or replace function share.bad(p share.pair) returns integer language plpgsql security definer as $$
        begin
            return p.a + length('x');
        end
        $$;
        create table t (at timestamptz default now());",
    )?;
    let found = findings(&bad, None)?;
    for code in ["PS001", "PS002", "PS003", "PS016", "PS017"] {
        assert!(found.contains(code), "{code}: {found}");
    }
    Ok(())
}
