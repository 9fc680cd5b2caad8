//! Runs `demo.sql` by `psql`, which prints each statement as it sends it.

use std::collections::HashMap;

use share_tests::{Cluster, Error, Result};

const SCRIPT: &str = include_str!("../../demo/demo.sql");
/// What the script hands to the program; such a line is not printed, because one of them is the key.
const HANDED: &str = "= ";

/// The values that a run of the script has handed over.
pub(crate) struct Values(HashMap<String, String>);

impl Values {
    /// One of them by its name.
    pub(crate) fn get(&self, name: &str) -> Result<&str> {
        let found = self.0.get(name).map(String::as_str);
        found.ok_or_else(|| Error::new(format!("demo.sql hands over no {name}")))
    }
}

/// Runs the script with values for its variables and prints what it does.
pub(crate) fn run(cluster: &Cluster, database: &str, known: &[(&str, &str)]) -> Result<Values> {
    let given: Vec<String> = known
        .iter()
        .map(|(name, value)| format!("--set={name}={value}"))
        .collect();
    let arguments: Vec<&str> = ["--echo-queries", "--quiet", "--no-align", "--tuples-only"]
        .into_iter()
        .chain(given.iter().map(String::as_str))
        .collect();
    let mut values = HashMap::new();
    let mut heading = false;
    for line in cluster.psql(database, &arguments, SCRIPT)?.lines() {
        if let Some((name, value)) = line
            .strip_prefix(HANDED)
            .and_then(|line| line.split_once(' '))
        {
            values.insert(name.to_owned(), value.to_owned());
        } else if line.starts_with("--") {
            let gap = if heading { "" } else { "\n" };
            println!("{gap}{line}");
        } else if let Some(statement) = line.strip_suffix(' ') {
            // What psql ended by a command of its own.
            println!("{statement};");
        } else if !line.is_empty() {
            println!("{line}");
        }
        heading = line.starts_with("--");
    }
    Ok(Values(values))
}
