//! Who is calling, where it takes more than one session or server to tell.

use postgres::Client;
use share_tests::{Cluster, Result};
use uuid::Uuid;

use crate::factory;
use crate::session::code;

fn api_key(client: &mut Client, account: Uuid) -> Result<String> {
    let made = client.query_one(
        "select api_key from share.api_key_create($1, 'import')",
        &[&account],
    )?;
    Ok(made.get(0))
}

fn kind(client: &mut Client) -> Result<String> {
    let caller = client.query_one("select kind from share.caller()", &[])?;
    Ok(caller.get(0))
}

fn authenticate(
    client: &mut Client,
    api_key: &str,
) -> std::result::Result<String, postgres::Error> {
    let caller = client.query_one("select kind from share.authenticate($1)", &[&api_key])?;
    Ok(caller.get(0))
}

#[test]
fn sessions_that_note_the_use_of_an_api_key_do_not_wait_for_each_other() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut first, mut second) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut first, "Acme")?;
    let api_key = api_key(&mut first, account)?;
    first.batch_execute("begin")?;
    assert_eq!("api_key", authenticate(&mut first, &api_key)?);
    second.batch_execute("set lock_timeout = '1ms'; begin")?;
    assert_eq!("api_key", authenticate(&mut second, &api_key)?);
    second.batch_execute("commit")?;
    first.batch_execute("commit")?;
    let used = second.query_one(
        "select last_used_at is not null from share.api_key_use",
        &[],
    )?;
    assert!(used.get::<_, bool>(0));
    Ok(())
}

#[test]
fn an_api_key_that_another_session_revokes_counts_no_more_in_the_next_statement() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut user, mut admin) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut admin, "Acme")?;
    let api_key = api_key(&mut admin, account)?;
    user.batch_execute("begin")?;
    assert_eq!("api_key", authenticate(&mut user, &api_key)?);
    admin.batch_execute("set lock_timeout = '1ms'")?;
    admin.batch_execute(
        "select share.api_key_revoke(k.id) from share.account_list() a cross join lateral share.api_key_list(a.id) k",
    )?;
    assert_eq!("visitor", kind(&mut user)?);
    user.batch_execute("commit; begin")?;
    assert_eq!("PT401", code(authenticate(&mut user, &api_key))?);
    Ok(())
}

#[test]
fn a_standby_knows_api_keys_and_users() -> Result {
    let primary = Cluster::start(&[])?;
    let standby = primary.standby()?;
    let database = primary.database()?;
    let mut client = database.connect()?;
    let account = factory::account(&mut client, "Acme")?;
    factory::member(&mut client, account, "ada", "owner")?;
    let api_key = api_key(&mut client, account)?;
    standby.wait_for_replay(&primary)?;
    let mut reader = standby.connect(database.name())?;
    reader.batch_execute("begin")?;
    assert_eq!("api_key", authenticate(&mut reader, &api_key)?);
    let seen = reader.query_one("select share.current_account()", &[])?;
    assert_eq!(account, seen.get::<_, Uuid>(0));
    reader.batch_execute("commit; begin; select share.act_as('ada')")?;
    let seen = reader.query_one("select share.current_account()", &[])?;
    assert_eq!(account, seen.get::<_, Uuid>(0));
    assert_eq!("user", kind(&mut reader)?);
    reader.batch_execute("rollback")?;
    assert_eq!("service", kind(&mut reader)?);
    Ok(())
}

#[test]
fn a_transaction_that_is_prepared_takes_its_user_with_it() -> Result {
    let cluster = Cluster::start(&[("max_prepared_transactions", "2")])?;
    let database = cluster.database()?;
    let mut client = database.connect()?;
    client.batch_execute("begin; select share.act_as('ada')")?;
    assert_eq!("user", kind(&mut client)?);
    let nonce: String = client
        .query_one("select current_setting('pg_share.session')", &[])?
        .get(0);
    client.batch_execute(&format!(
        "prepare transaction 'ada'; set pg_share.session = '{nonce}'"
    ))?;
    assert_eq!("service", kind(&mut client)?);
    client.batch_execute("rollback prepared 'ada'")?;
    assert_eq!("service", kind(&mut client)?);
    Ok(())
}

#[test]
fn a_procedure_that_commits_is_the_service_again_afterwards() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    client.batch_execute(
        "create table kinds (n integer, kind text);
        create procedure steps() language plpgsql as $$
        begin
            perform share.act_as('ada');
            insert into kinds select 1, kind from share.caller();
            commit;
            insert into kinds select 2, kind from share.caller();
            perform share.act_as('ada');
            insert into kinds select 3, kind from share.caller();
        end
        $$",
    )?;
    // Alone in its message, so that it may commit.
    client.batch_execute("call steps()")?;
    let kinds = client.query_one("select string_agg(kind, ' ' order by n) from kinds", &[])?;
    assert_eq!("user service user", kinds.get::<_, String>(0));
    Ok(())
}
