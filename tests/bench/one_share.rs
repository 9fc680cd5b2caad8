//! What a backend does for one share, beside the plain prepared statements that each call stands for.

use postgres::Statement;
use share_tests::Result;

use crate::backend::Backend;
use crate::contender::{Bar, Contender, Entry, OURS};
use crate::outcome::Outcome;
use crate::stage::Stage;
use crate::{clock, duel, token};

pub(crate) const GET: &str = "share_get";
pub(crate) const CREATE: &str = "share_create";
pub(crate) const OPEN: &str = "share_open";
pub(crate) const REFUSE: &str = "share_open_refused";
const PLAIN: &str = "plain_statements";
/// Shares of the small library.
const FEW: u32 = 10_000;
const MAKE: &str = include_str!("sql/shares.sql");
const GET_ONE: &str = "select * from share.share_get('{share_id}')";
const CREATE_ONE: &str = "select * from share.share_create('{file_id}', title => 'Launch')";
const OPEN_ONE: &str = "select * from share.share_open('{share_id}', context => '{\"address\": \"192.0.2.7\", \"user_agent\": \"Firefox\"}')";
const REFUSE_ONE: &str = "select * from share.share_open('{expired_id}')";

/// What is done for one share among many: its name there, that among few, and the statement.
pub(crate) const STATEMENTS: [(&str, &str, &str); 4] = [
    ("share_get_10m", "share_get_10k", GET_ONE),
    ("share_create_10m", "share_create_10k", CREATE_ONE),
    ("share_open_10m", "share_open_10k", OPEN_ONE),
    ("refused_10m", "refused_10k", REFUSE_ONE),
];

/// Calls of a round.
const TIMES: u32 = 1_000;

/// Prepared statements that are run one after the other, in one transaction for each round.
pub(crate) struct Calls {
    backend: Backend,
    statements: Vec<Statement>,
}

impl Calls {
    fn new(stage: &Stage<'_>, statements: &[&str]) -> Result<Self> {
        let mut backend = stage.backend()?;
        backend.client().batch_execute(
            "set pg_share.link_base_url = 'https://app.example.com'; set role bench_application",
        )?;
        let mut fill = Vec::new();
        for column in ["account_id", "share_id", "file_id", "expired_id"] {
            fill.push((format!("{{{column}}}"), one(stage, column)?));
        }
        let statements = statements
            .iter()
            .map(|statement| {
                let filled = fill
                    .iter()
                    .fold((*statement).to_owned(), |text, (name, value)| {
                        text.replace(name, value)
                    });
                backend.client().prepare(&filled)
            })
            .collect::<std::result::Result<_, _>>()?;
        Ok(Self {
            backend,
            statements,
        })
    }
}

impl Contender for Calls {
    fn round(&mut self) -> Result<f64> {
        let pid = self.backend.pid();
        let mut transaction = self.backend.client().transaction()?;
        let start = clock::of_process(pid)?;
        for _ in 0..TIMES {
            for statement in &self.statements {
                transaction.query(statement, &[])?;
            }
        }
        let cost = clock::of_process(pid)?.saturating_sub(start);
        // What a round wrote would slow the next one down.
        transaction.rollback()?;
        Ok(clock::nanoseconds(cost) / f64::from(TIMES))
    }
}

/// Makes the small library.
pub(crate) fn library(stage: &Stage<'_>) -> Result {
    eprintln!("making {FEW} shares");
    stage.prepare(&token::fill(MAKE).replace("{shares}", &FEW.to_string()))
}

/// One id of the library, as text.
pub(crate) fn one(stage: &Stage<'_>, column: &str) -> Result<String> {
    Ok(stage
        .backend()?
        .text(&format!("select {column}::text from bench.one"))?
        .unwrap_or_default())
}

fn duel(
    stage: &Stage<'_>,
    case: &'static str,
    ours: &str,
    plain: &[&str],
    bars: Vec<Bar>,
) -> Result<Outcome> {
    library(stage)?;
    let entries = vec![
        Entry::ours(OURS, Calls::new(stage, &[ours])?, bars),
        Entry::other(PLAIN, Calls::new(stage, plain)?),
    ];
    Ok(Outcome {
        rows: duel::measure(case, entries)?,
        ..Outcome::default()
    })
}

/// A statement on one share, as an application prepares it.
pub(crate) fn calls(stage: &Stage<'_>, statement: &str) -> Result<Calls> {
    Calls::new(stage, &[statement])
}

/// One share with its signed URLs.
pub(crate) fn get(stage: &Stage<'_>) -> Result<Outcome> {
    duel(
        stage,
        GET,
        GET_ONE,
        &[include_str!("sql/share_row.sql")],
        vec![Bar::AtMost(2.0, PLAIN)],
    )
}

/// A new share with its event.
pub(crate) fn create(stage: &Stage<'_>) -> Result<Outcome> {
    duel(
        stage,
        CREATE,
        CREATE_ONE,
        &[
            "insert into share.share (account_id, share_id, file_id, title, exclusive) values ('{account_id}', gen_random_uuid(), '{file_id}', 'Launch', false)",
            include_str!("sql/event_row.sql"),
        ],
        vec![Bar::AtMost(2.0, PLAIN)],
    )
}

/// An opening that is granted, with its visit and event.
pub(crate) fn open(stage: &Stage<'_>) -> Result<Outcome> {
    duel(
        stage,
        OPEN,
        OPEN_ONE,
        &[
            include_str!("sql/share_row.sql"),
            "insert into share.visit (account_id, visit_id, share_id, opened_at, expires_at) values ('{account_id}', gen_random_uuid(), '{share_id}', now(), now() + interval '12 hours')",
            include_str!("sql/event_row.sql"),
        ],
        Vec::new(),
    )
}

/// An opening that is refused, with its event.
pub(crate) fn refuse(stage: &Stage<'_>) -> Result<Outcome> {
    duel(
        stage,
        REFUSE,
        REFUSE_ONE,
        &[
            include_str!("sql/share_row.sql"),
            include_str!("sql/event_row.sql"),
        ],
        Vec::new(),
    )
}
