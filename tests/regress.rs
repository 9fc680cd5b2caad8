//! Runs the regression files of `regress/sql` with `PostgreSQL`'s own `pg_regress`, each in a database of its own.
//!
//! `SHARE_REGRESS` names those to run, separated by blanks; without it all run. `make accept` takes over new output.

use std::fs;
use std::path::{Path, PathBuf};

use share_tests::{Cluster, Error, Place, Result};

#[test]
fn regression_files_give_their_expected_output() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regress");
    let results = Place::target().join("regress");
    let program = pg_regress()?;
    let mut failures = Vec::new();
    for name in wanted(&folder)? {
        let failure = run(&program, &folder, &results.join(&name), &name)?;
        eprintln!("{} {name}", if failure.is_some() { "not ok" } else { "ok" });
        failures.extend(failure);
    }
    if failures.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "{}\n`make accept` takes new output over, `make regress TESTS=\"a b\"` runs some",
        failures.join("\n")
    )))
}

/// The files to run, in the order of their names.
fn wanted(folder: &Path) -> Result<Vec<String>> {
    let wish = std::env::var("SHARE_REGRESS").unwrap_or_default();
    let scripts = folder.join("sql");
    if wish.trim().is_empty() {
        let entries = fs::read_dir(&scripts)?.collect::<std::io::Result<Vec<_>>>()?;
        let paths = entries
            .iter()
            .map(fs::DirEntry::path)
            .filter(|path| path.extension().is_some_and(|kind| kind == "sql"));
        let mut names: Vec<String> = paths
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect();
        names.sort();
        if names.is_empty() {
            return Err(Error::new(format!(
                "there are no files in {}",
                scripts.display()
            )));
        }
        return Ok(names);
    }
    let names: Vec<String> = wish.split_whitespace().map(str::to_owned).collect();
    match names
        .iter()
        .find(|name| !scripts.join(format!("{name}.sql")).is_file())
    {
        Some(name) => Err(Error::new(format!(
            "there is no {}/{name}.sql",
            scripts.display()
        ))),
        None => Ok(names),
    }
}

/// Runs one file and returns what differs.
fn run(program: &Path, folder: &Path, results: &Path, name: &str) -> Result<Option<String>> {
    let _ = fs::remove_dir_all(results);
    fs::create_dir_all(results)?;
    let database = Cluster::shared()?.database()?;
    let programs = Place::get()?.installation().program("psql");
    let output = database
        .client(&program.display().to_string())
        .args([
            "--use-existing",
            "--dbname",
            database.name(),
            "--user",
            "postgres",
            "--port",
            "5432",
        ])
        .arg("--host")
        .arg(database.cluster().folder())
        .arg("--bindir")
        .arg(programs.parent().unwrap_or(folder))
        .arg("--inputdir")
        .arg(folder)
        .arg("--outputdir")
        .arg(results)
        .arg(name)
        .output()?;
    if output.status.success() {
        return Ok(None);
    }
    if !folder
        .join("expected")
        .join(format!("{name}.out"))
        .is_file()
    {
        return Ok(Some(format!("{name} has no expected output yet")));
    }
    let diff = fs::read_to_string(results.join("regression.diffs")).unwrap_or_default();
    if !diff.is_empty() {
        return Ok(Some(diff));
    }
    Ok(Some(format!(
        "{name}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )))
}

/// The program, which the distribution keeps beside the extension building files.
fn pg_regress() -> Result<PathBuf> {
    let makefile = Place::get()?.installation().config("--pgxs")?;
    let program = Path::new(&makefile)
        .parent()
        .and_then(Path::parent)
        .map(|source| source.join("test/regress/pg_regress"));
    program.filter(|program| program.is_file()).ok_or_else(|| {
        Error::new(format!("pg_regress is missing beside {makefile}: packages postgresql-client-NN and postgresql-server-dev-NN of the distribution have it"))
    })
}
