//! Functions that are marked as fit for it run in plans that several processes carry out.

use std::collections::BTreeSet;

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::factory::{self, library};
use crate::planted::run;
use crate::planted_calls::{CALLS, CONTEXT};
use crate::planted_library::LIBRARY;
use crate::planted_operators::OPERATORS;
use crate::session::{login, refusal};

/// A table whose rows several processes read, few as they are.
const SEATS: &str = "
create table seat as select number from generate_series(1, 20) number;
alter table seat set (parallel_workers = 2);
analyze seat;
grant select on seat to public";

/// Has the planner share out what it may.
const SHARED_OUT: &str = "
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
set min_parallel_table_scan_size = 0;
set max_parallel_workers_per_gather = 2";

/// What refuses without an error has a status to tell of.
const REFUSED: &[(&str, &str)] = &[
    ("", "select from share.share_items_public('nothing-here')"),
    ("", "select from share.share_link_preview('nothing-here')"),
    ("", "select from share.share_explain('nothing-here')"),
];

/// The functions of ours that a statement calls.
fn called(statement: &str) -> BTreeSet<&str> {
    statement
        .split("share.")
        .skip(1)
        .filter_map(|rest| rest.split_once('('))
        .map(|(name, _)| name)
        .filter(|name| {
            name.bytes()
                .all(|byte| byte == b'_' || byte.is_ascii_lowercase())
        })
        .collect()
}

/// The same calls for the rows of the table.
fn for_seats(call: &str) -> String {
    match call.split_once(" from ") {
        None => format!("{call} from seat"),
        Some(("select", function)) if function.matches("share.").count() == 1 => {
            format!("select {function} from seat")
        }
        Some((wanted, source)) => format!("{wanted} from seat cross join lateral {source}"),
    }
}

fn plan(session: &mut Client, statement: &str) -> Result<String> {
    let rows = session.query(&format!("explain (costs off) {statement}"), &[])?;
    Ok(rows
        .iter()
        .map(|row| row.get::<_, String>(0) + "\n")
        .collect())
}

#[test]
fn functions_that_are_not_marked_unsafe_run_in_parallel_plans() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    client.batch_execute(SEATS)?;
    let library = library(&mut client)?;
    factory::member(&mut client, library.account, "ada", "owner")?;
    client.batch_execute(&format!(
        "alter database {} set pg_share.link_base_url = 'https://app.example.com'",
        database.name()
    ))?;
    login(&mut client, "parallel_backend", &["share_app"])?;
    login(&mut client, "parallel_operator", &["share_admin"])?;
    let marked = client.query(
        "select p.proname::text from pg_proc p
        where p.pronamespace = 'share'::regnamespace and p.proparallel <> 'u'
            and (has_function_privilege('share_app', p.oid, 'execute') or has_function_privilege('share_admin', p.oid, 'execute'))",
        &[],
    )?;
    let marked: BTreeSet<String> = marked.iter().map(|row| row.get(0)).collect();
    let mut failed = Vec::new();
    let mut seen = BTreeSet::new();
    for (user, lists) in [
        ("parallel_operator", vec![OPERATORS]),
        ("parallel_backend", vec![REFUSED, LIBRARY, CALLS]),
    ] {
        let mut session = database.connect_as(user)?;
        session.batch_execute(SHARED_OUT)?;
        for calls in lists {
            run(
                &mut session,
                calls,
                &[
                    ("account", &library.account.to_string()),
                    ("film", &library.film.to_string()),
                    ("kid", &library.kid),
                    ("context", CONTEXT),
                ],
                |session, call| {
                    let names = called(call);
                    if !call.starts_with("select ")
                        || names.is_empty()
                        || !names.iter().all(|name| marked.contains(*name))
                    {
                        return Ok(());
                    }
                    let statement = for_seats(call);
                    let plan = plan(session, &statement)?;
                    assert!(plan.contains("Gather"), "{statement}:\n{plan}");
                    let outcome = session.batch_execute(&statement);
                    if outcome.is_err() {
                        let said = refusal(outcome)?;
                        failed.push(format!(
                            "{} {}: {statement}",
                            said.code().code(),
                            said.message()
                        ));
                    }
                    seen.extend(names.into_iter().map(str::to_owned));
                    Ok(())
                },
            )?;
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
    let missing: Vec<&String> = marked.difference(&seen).collect();
    assert_eq!(Vec::<&String>::new(), missing);
    Ok(())
}

#[test]
fn no_function_that_is_not_marked_unsafe_catches_errors() -> Result {
    // That takes a subtransaction, which no parallel plan may start.
    let catching = "select p.proname::text from pg_proc p
        where p.pronamespace = 'share'::regnamespace and p.prosrc ~ '\\mexception when\\M'";
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    assert!(!client.query(catching, &[])?.is_empty());
    let marked = client.query(&format!("{catching} and p.proparallel <> 'u'"), &[])?;
    let marked: Vec<String> = marked.iter().map(|row| row.get(0)).collect();
    assert_eq!(Vec::<String>::new(), marked);
    Ok(())
}
