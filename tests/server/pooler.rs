//! Who one is behind a pooler that gives each transaction another connection: nothing of it is left for the next client.

use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;

use postgres::{Client, SimpleQueryMessage};
use share_tests::{Cluster, Database, Error, PgBouncer, Result};
use uuid::Uuid;

use crate::factory;
use crate::session::{joined, login};

/// Clients of each user.
const CLIENTS: usize = 3;
/// Transactions of each client.
const TRANSACTIONS: usize = 400;
/// Fewer than the clients, so that all of them meet.
const CONNECTIONS: usize = 2;
/// Who the server takes the caller for, and what it shows: kind, name, the account of the policies, the accounts of the view.
const WHO: &str = "select c.kind, c.name, share.current_account(), (select string_agg(a.id::text, ',') from share.accounts a), pg_backend_pid() from share.caller() c";

/// One user with an account and an API key of it.
struct Tenant {
    user: &'static str,
    account: Uuid,
    api_key: String,
}

impl Tenant {
    fn new(client: &mut Client, user: &'static str) -> Result<Self> {
        let account = factory::account(client, user)?;
        factory::member(client, account, user, "owner")?;
        let made = client.query_one(
            "select api_key from share.api_key_create($1, 'pooled')",
            &[&account],
        )?;
        Ok(Self {
            user,
            account,
            api_key: made.get(0),
        })
    }

    /// A statement that says who one is, in one of the ways there are, and what the server then answers.
    fn way(&self, number: usize) -> (String, [String; 4]) {
        let (user, account) = (self.user, self.account.to_string());
        let answer = |kind: &str, name: &str| {
            [
                kind.to_owned(),
                name.to_owned(),
                account.clone(),
                account.clone(),
            ]
        };
        match number % 4 {
            0 => (
                format!("select share.act_as('{user}')"),
                answer("user", user),
            ),
            1 => (
                format!("select share.authenticate('{}')", self.api_key),
                answer("api_key", &self.api_key[..16]),
            ),
            2 => (
                format!("select share.act_as(account_id => '{account}')"),
                answer("service", "pooled_backend"),
            ),
            _ => (
                format!("select set_config('request.jwt.claims', '{{\"sub\": \"{user}\"}}', true)"),
                answer("user", user),
            ),
        }
    }
}

/// A pooler before a database with two tenants.
struct Scene {
    pooler: PgBouncer,
    tenants: [Tenant; 2],
    database: Database<'static>,
}

impl Scene {
    fn new(backend: &str, connections: usize) -> Result<Self> {
        let cluster = Cluster::shared()?;
        let database = cluster.database()?;
        let mut client = database.connect()?;
        login(&mut client, backend, &["share_app"])?;
        Ok(Self {
            pooler: PgBouncer::start(cluster, backend, connections)?,
            tenants: [
                Tenant::new(&mut client, "ada")?,
                Tenant::new(&mut client, "olga")?,
            ],
            database,
        })
    }

    fn connect(&self) -> Result<Client> {
        self.pooler.connect(self.database.name())
    }
}

/// The last row of a message of statements, as text; null is the empty text.
fn row(client: &mut Client, statements: &str) -> Result<Vec<String>> {
    let answers = client.simple_query(statements)?;
    let last = answers.iter().rev().find_map(|answer| match answer {
        SimpleQueryMessage::Row(row) => Some(
            (0..row.len())
                .map(|at| row.get(at).unwrap_or_default().to_owned())
                .collect(),
        ),
        _ => None,
    });
    last.ok_or_else(|| Error::new(format!("{statements} gave no row")))
}

#[test]
fn users_who_take_turns_on_a_few_connections_are_never_taken_for_each_other() -> Result {
    let scene = Scene::new("pooled_backend", CONNECTIONS)?;
    let met = Mutex::new(HashSet::new());
    thread::scope(|scope| {
        let (scene, met) = (&scene, &met);
        let running: Vec<_> = (0..2 * CLIENTS)
            .map(|number| scope.spawn(move || take_turns(scene, number, met)))
            .collect();
        running.into_iter().try_for_each(|handle| joined(handle)?)
    })?;
    let met = met
        .into_inner()
        .map_err(|_| Error::new("a client has panicked"))?;
    let connections: HashSet<_> = met.iter().map(|(_, connection)| connection).collect();
    assert_eq!(
        2 * connections.len(),
        met.len(),
        "both users have met on each connection"
    );
    assert!(connections.len() <= CONNECTIONS, "{connections:?}");
    Ok(())
}

/// Says who one is in each transaction, ends it in one of the ways there are, and says nothing in the next.
fn take_turns(scene: &Scene, number: usize, met: &Mutex<HashSet<(String, String)>>) -> Result {
    let tenant = &scene.tenants[number % 2];
    let mut client = scene.connect()?;
    for turn in 0..TRANSACTIONS {
        if turn % 5 == 4 {
            let nobody = row(&mut client, WHO)?;
            assert_eq!(
                ["service", "pooled_backend", "", ""],
                nobody[..4],
                "turn {turn}"
            );
            continue;
        }
        let (way, answer) = tenant.way(turn);
        row(&mut client, &format!("begin; {way}"))?;
        // A message of its own: other clients want the connection meanwhile.
        let found = row(&mut client, WHO)?;
        assert_eq!(answer, found[..4], "turn {turn}: {way}");
        match turn % 3 {
            0 => client.batch_execute("commit")?,
            1 => client.batch_execute("rollback")?,
            _ => {
                assert!(client.batch_execute("select 1 / 0").is_err());
                client.batch_execute("rollback")?;
            }
        }
        met.lock()
            .map_err(|_| Error::new("a client has panicked"))?
            .insert((tenant.user.to_owned(), found[4].clone()));
    }
    Ok(())
}

#[test]
fn settings_that_a_client_leaves_in_a_pooled_connection_are_nobody_to_the_next() -> Result {
    let scene = Scene::new("pooled_planter", 1)?;
    let [ada, olga] = &scene.tenants;
    let (mut planter, mut next) = (scene.connect()?, scene.connect()?);
    for number in 0..3 {
        // Kept beyond the transaction: the very value that was right within it.
        let (way, answer) = ada.way(number);
        let kept = row(
            &mut planter,
            &format!(
                "begin; {way}; select set_config('pg_share.session', current_setting('pg_share.session'), false); {WHO}"
            ),
        )?;
        assert_eq!(answer[2..], kept[2..4], "{way}");
        planter.batch_execute(&format!(
            "commit; set pg_share.user_id = 'ada'; set pg_share.account_id = '{}'",
            ada.account
        ))?;
        let left = row(
            &mut next,
            "select length(current_setting('pg_share.session'))",
        )?;
        assert_eq!(["32"], left[..], "it is the same connection");
        let nobody = row(&mut next, WHO)?;
        assert_eq!(["service", "pooled_planter", "", ""], nobody[..4], "{way}");
        for number in 0..4 {
            let (way, answer) = olga.way(number);
            let found = row(&mut next, &format!("begin; {way}; {WHO}"))?;
            assert_eq!(answer[2..], found[2..4], "{way}");
            next.batch_execute("commit")?;
        }
    }
    Ok(())
}
