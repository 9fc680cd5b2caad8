//! What README.md says holds: its blocks run, its tables are those of the server.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use base64ct::{Base64, Encoding};
use serde_json::Value;

use share_tests::{Cluster, Error, Place, Result};

use crate::factory::{self, library};

const README: &str = include_str!("../../README.md");

/// The fenced blocks of a language, in their order.
fn blocks(language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    README
        .split(&opening)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("\n```")?.0.to_owned() + "\n"))
        .collect()
}

/// The rows of the table below a heading.
fn rows(heading: &str) -> impl Iterator<Item = &'static str> {
    README
        .split(&format!("\n## {heading}\n"))
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .skip(2)
}

/// The first cells of the table below a heading.
fn first_cells(heading: &str) -> Vec<&'static str> {
    rows(heading)
        .filter_map(|row| row.split(" |").next())
        .collect()
}

/// A folder with the private keys that services give out in the examples, here those of RFC 6979 and RFC 7515.
fn folder_of_private_keys() -> Result<PathBuf> {
    let vectors: Value = serde_json::from_str(include_str!("../vectors/private_keys.json"))
        .map_err(|came| Error::new(came.to_string()))?;
    let secret = |name| {
        let vector = vectors.as_array()?.iter().find(|one| one["name"] == name)?;
        vector["secret"].as_str()
    };
    let digits = secret("rfc6979_p256_sample").unwrap_or_default();
    let octets: Vec<u8> = (0..digits.len() / 2)
        .filter_map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok())
        .collect();
    let p256 = Base64::encode_string(&octets);
    let rsa = secret("rfc7515_a_2").unwrap_or_default();
    let folder = Place::get()?.folder_of_process("private_keys")?;
    for (file, key) in [
        ("cloudfront.pem", p256.as_str()),
        ("mux.pem", rsa),
        ("stream.pem", rsa),
    ] {
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n");
        fs::write(folder.join(file), pem)?;
    }
    Ok(folder)
}

#[test]
fn the_sql_blocks_run_in_one_session() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    let script = format!(
        "\\cd '{}'\n{}",
        folder_of_private_keys()?.display(),
        blocks("sql").concat()
    );
    assert!(script.contains("share.share_create("), "{script}");
    let written = database.psql(&["-At"], &script)?;
    // The answer of share_delete, and of the last block.
    assert!(
        written.lines().any(|line| line.ends_with("|share")),
        "{written}"
    );
    assert!(written.lines().any(|line| line == "current|t"), "{written}");
    let steps: Vec<_> = blocks("text")
        .into_iter()
        .filter(|block| block.starts_with("scheme|"))
        .collect();
    assert_eq!(1, steps.len(), "{steps:?}");
    assert!(written.contains(&steps[0]), "{written}");
    Ok(())
}

#[test]
fn the_scheme_table_names_the_schemes_their_keys_and_what_they_bind() -> Result {
    let database = Cluster::shared()?.database()?;
    let listed = database.connect()?.query(
        "select format('`%s` | %s | %s', scheme, array_to_string(algorithms, ', '),
            coalesce(nullif(replace(array_to_string(binds, ', '), '_', ' '), ''), 'nothing more')), uses
        from share.share_delivery_schemes()",
        &[],
    )?;
    let real: Vec<String> = listed.iter().map(|row| row.get(0)).collect();
    let mut told = Vec::new();
    for (row, listed) in rows("Deliveries and keys").zip(&listed) {
        let cells: Vec<&str> = row.split(" | ").collect();
        told.push([cells[0], cells[1], cells[4]].join(" | "));
        let uses: Vec<String> = listed.get(1);
        for (cell, kind) in [(cells[2], "stream"), (cells[3], "download")] {
            assert_eq!(
                !cell.starts_with("none"),
                uses.contains(&kind.to_owned()),
                "{row}"
            );
        }
    }
    assert_eq!(told, real);
    Ok(())
}

#[test]
fn the_job_table_names_the_kinds_and_their_payloads() -> Result {
    let database = Cluster::shared()?.database()?;
    let listed = database.connect()?.query(
        "select format('`%s` | %s | %s |', k.kind, k.meaning, (
            select string_agg(case when p.key = any (k.required) then format('**%s**', p.key) else p.key end, ', ' order by p.key = any (k.required) desc, p.key collate \"C\")
            from jsonb_object_keys(k.payload) p(key)))
        from share.job_kinds() k",
        &[],
    )?;
    let real: Vec<String> = listed.iter().map(|row| row.get(0)).collect();
    let told: Vec<&str> = rows("Jobs and webhooks").collect();
    assert_eq!(told, real);
    Ok(())
}

#[test]
fn the_python_block_takes_genuine_requests_alone() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    let hook = client.query_one(
        "select secret from share.webhook_create($1, 'https://example.com/', '{share.*}')",
        &[&library.account],
    )?;
    let secret: String = hook.get(0);
    factory::share(&mut client, library.film)?;
    let request = client.query_one(
        "select r.headers::text, r.body from share.job_claim() c cross join lateral share.job_webhook_request(c.id, c.worker) r",
        &[],
    )?;
    let (headers, body): (String, String) = (request.get(0), request.get(1));
    let script = blocks("python").concat()
        + "import json, sys\nheaders, body, secret = sys.argv[1:]\nprint(genuine(json.loads(headers), body.encode(), secret))\n";
    for (body, says) in [(body.clone(), "True\n"), (body + " ", "False\n")] {
        let output = Command::new("/usr/bin/python3")
            .args(["-c", &script, &headers, &body, &secret])
            .output()?;
        assert_eq!(says, String::from_utf8_lossy(&output.stdout), "{output:?}");
    }
    Ok(())
}

#[test]
fn the_shell_blocks_run() -> Result {
    let script = blocks("sh").concat();
    assert!(script.contains("make demo"), "{script}");
    let programs = Place::get()?.installation().program("psql");
    let path = format!(
        "{}:{}",
        programs
            .parent()
            .map(|folder| folder.display().to_string())
            .unwrap_or_default(),
        std::env::var("PATH").unwrap_or_default()
    );
    let database = format!("db-of-readme-{}", std::process::id());
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &script])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .env("PATH", path)
        .env("SHARE_DB", &database)
        .env_remove("MAKEFLAGS")
        .env_remove("MAKELEVEL")
        .stdin(std::process::Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        said.contains("proof ") && said.contains("share_create"),
        "{said}"
    );
    // Its blocks have stopped the server; what is in its database is for whoever works there.
    Ok(fs::remove_dir_all(Place::target().join(database))?)
}

#[test]
fn the_function_table_names_what_callers_may_call() -> Result {
    let mut named: Vec<String> = first_cells("Functions")
        .iter()
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect();
    named.sort();
    let database = Cluster::shared()?.database()?;
    let rows = database.connect()?.query(
        "select p.proname::text from pg_proc p where p.pronamespace = 'share'::regnamespace
            and exists (select from aclexplode(p.proacl) a where a.grantee <> p.proowner) order by p.proname collate \"C\"",
        &[],
    )?;
    let callable: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    assert_eq!(named, callable);
    Ok(())
}

#[test]
fn the_table_of_callers_is_that_of_the_regression_file() {
    let found = include_str!("../regress/expected/role_matrix.out");
    let table: String = found
        .split_inclusive('\n')
        .filter(|line| line.starts_with("| "))
        .collect();
    assert!(table.contains("`share_get`"), "{table}");
    assert!(README.contains(&format!("\n\n{table}\n")), "{table}");
}

#[test]
fn the_settings_table_names_the_settings_and_their_defaults() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    client.execute("select share.ready()", &[])?;
    let rows = client.query(
        "select format('`%s` | %s', name, coalesce(nullif(current_setting(name), ''), 'unset')) from pg_settings
            where name like 'pg\\_share.%' order by name",
        &[],
    )?;
    let mut told: Vec<String> = README
        .lines()
        .filter_map(|line| line.strip_prefix("| `pg_share."))
        .filter_map(|line| {
            let mut cells = line.split(" | ");
            Some(format!("`pg_share.{} | {}", cells.next()?, cells.next()?))
        })
        .collect();
    told.sort();
    let real: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    if real.is_empty() {
        return Err(Error::new("the server shows no settings of pg_share"));
    }
    assert_eq!(told, real);
    Ok(())
}

#[test]
fn the_error_table_names_the_codes_that_the_regression_file_shows() {
    let shown = include_str!("../regress/expected/errors.out");
    for code in first_cells("Errors")
        .iter()
        .flat_map(|cell| cell.split(", "))
    {
        // A snapshot that is too old takes two sessions.
        assert!(
            code == "40001" || shown.lines().any(|line| line.starts_with(code)),
            "{code}"
        );
    }
}
