//! What an operator is told where nothing is there yet.

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::session::login;

fn wrong(client: &mut Client) -> Result<Vec<(String, String, Option<String>)>> {
    let rows = client.query(
        "select area, severity, advice from share.doctor() where severity <> 'ok'",
        &[],
    )?;
    Ok(rows
        .iter()
        .map(|row| (row.get(0), row.get(1), row.get(2)))
        .collect())
}

#[test]
fn before_the_tables_are_made_the_doctor_says_to_make_them() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    let mut client = database.connect()?;
    client.batch_execute("create extension pg_share")?;
    login(&mut client, "doctor_operator", &["share_admin"])?;
    let mut operator = database.connect_as("doctor_operator")?;
    let found = wrong(&mut operator)?;
    assert_eq!(
        (
            "tables".to_owned(),
            "error".to_owned(),
            Some("select share.migrate()".to_owned())
        ),
        found[0]
    );
    operator.batch_execute("select share.migrate()")?;
    let areas: Vec<_> = wrong(&mut operator)?
        .into_iter()
        .map(|(area, severity, _)| (area, severity))
        .collect();
    // Only where pages of shares live is not known by itself.
    assert_eq!(vec![("settings".to_owned(), "warning".to_owned())], areas);
    Ok(())
}
