//! The operations of an assets API, each as a function: README.md's table, the arguments, and a call of every one.

use std::collections::BTreeMap;

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::factory::{self, library};
use crate::library_operations::{OPERATIONS, Operation};
use crate::library_steps::STEPS;
use crate::session::refusal;

const README: &str = include_str!("../../README.md");

/// The rows of the table in README.md: the operation, and its functions.
fn told() -> Vec<(&'static str, Vec<&'static str>)> {
    README
        .split("\n| operation | function |\n| --- | --- |\n")
        .nth(1)
        .unwrap_or_default()
        .lines()
        .map_while(|line| {
            line.strip_prefix("| ")?
                .strip_suffix(" |")?
                .split_once(" | ")
        })
        .map(|(operation, functions)| {
            (operation, functions.split('`').skip(1).step_by(2).collect())
        })
        .collect()
}

/// The arguments of each function, by its name.
fn arguments(client: &mut Client) -> Result<BTreeMap<String, Vec<String>>> {
    let rows = client.query(
        "select p.proname::text, p.proargnames[:p.pronargs] from pg_proc p where p.pronamespace = 'share'::regnamespace and p.pronargs > 0",
        &[],
    )?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// What the extension has already of the operations.
fn present(arguments: &BTreeMap<String, Vec<String>>) -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(|operation| {
        operation
            .functions
            .iter()
            .all(|name| arguments.contains_key(*name))
    })
}

#[test]
fn the_table_of_operations_names_the_function_of_each() -> Result {
    let database = Cluster::shared()?.database()?;
    let arguments = arguments(&mut database.connect()?)?;
    let expected: Vec<_> = present(&arguments)
        .map(|operation| (operation.name, operation.functions.to_vec()))
        .collect();
    assert_eq!(36, OPERATIONS.len());
    assert!(!expected.is_empty());
    assert_eq!(expected, told());
    Ok(())
}

#[test]
fn every_parameter_of_an_operation_is_an_argument_of_its_function() -> Result {
    let database = Cluster::shared()?.database()?;
    let arguments = arguments(&mut database.connect()?)?;
    let mut missing = Vec::new();
    for operation in present(&arguments) {
        for function in operation.functions {
            let taken = &arguments[*function];
            // The password of a share stands behind a visit.
            let common = [("password", "visit_token"), ("password", "context")];
            for (parameter, argument) in operation.parameters.iter().chain(&common) {
                // Who looks at a whole drive is a member.
                let is_visitors = !operation.for_members || *parameter != "password";
                if is_visitors && !taken.iter().any(|name| name == argument) {
                    missing.push(format!("{function}: {argument} for {parameter}"));
                }
            }
        }
    }
    assert_eq!(Vec::<String>::new(), missing);
    Ok(())
}

#[test]
fn every_operation_is_called() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let arguments = arguments(&mut client)?;
    let library = library(&mut client)?;
    factory::member(&mut client, library.account, "ada", "owner")?;
    let other = factory::film(&mut client, library.account, "other")?;
    let drive: String = client
        .query_one(
            "select drive_id::text from share.file_get($1)",
            &[&library.film],
        )?
        .get(0);
    let mut known: Vec<(&str, String)> = vec![
        ("film", library.film.to_string()),
        ("other", other.to_string()),
        ("account", library.account.to_string()),
        ("drive", drive),
    ];
    for operation in present(&arguments) {
        for function in operation.functions {
            let is_called = STEPS
                .iter()
                .any(|(_, call)| call.contains(&format!("share.{function}(")));
            assert!(is_called, "{function}");
        }
    }
    for (name, call) in STEPS {
        // The longest first: one name may begin another.
        known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let mut statement = (*call).to_owned();
        for (name, value) in &known {
            statement = statement.replace(&format!("${name}"), value);
        }
        let outcome = client.query(&statement, &[]);
        assert!(outcome.is_ok(), "{call}: {:?}", refusal(outcome)?);
        if !name.is_empty() {
            let rows = outcome?;
            let value = rows.first().and_then(|row| row.get::<_, Option<String>>(0));
            assert!(value.is_some(), "{call}");
            known.retain(|(other, _)| other != name);
            known.push((name, value.unwrap_or_default()));
        }
    }
    Ok(())
}
