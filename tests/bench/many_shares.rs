//! Ten thousand shares and ten million: pages of a list near its head and far behind it, and what is done for one share.

use share_tests::{Error, Result};

use crate::backend::Query;
use crate::contender::{Bar, Entry, OURS};
use crate::outcome::Outcome;
use crate::stage::Stage;
use crate::{duel, one_share};

pub(crate) const CASE: &str = "many_shares";
/// Shares of the large library beside those of the small one.
const MORE: u32 = 9_990_000;
const MAKE_MORE: &str = include_str!("sql/many_shares.sql");
const PAGE: u32 = 100;
/// Rows before page 10,000.
const FAR: u32 = 999_900;
const TIMES: u32 = 20;

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    let few = stage.another()?;
    one_share::library(&few)?;
    library(stage)?;
    let far = cursor(stage)?;
    let pages = vec![
        Entry::ours(
            OURS,
            page(stage, "null")?,
            vec![Bar::AtMost(1.3, "pg_share_10k")],
        ),
        Entry::ours("pg_share_10k", page(&few, "null")?, Vec::new()),
        Entry::ours(
            "pg_share_page_10000",
            page(stage, &format!("'{far}'"))?,
            vec![Bar::AtMost(1.1, OURS)],
        ),
    ];
    // Apart from what writes: rows that were rolled back lie where pages begin.
    let mut rows = duel::measure(CASE, pages)?;
    let mut entries = Vec::new();
    for (name, small, statement) in one_share::STATEMENTS {
        entries.push(Entry::ours(
            name,
            one_share::calls(stage, statement)?,
            vec![Bar::AtMost(1.3, small)],
        ));
        entries.push(Entry::ours(
            small,
            one_share::calls(&few, statement)?,
            Vec::new(),
        ));
    }
    rows.extend(duel::measure(CASE, entries)?);
    Ok(Outcome {
        rows,
        ..Outcome::default()
    })
}

/// Makes the large library, unless it is there.
pub(crate) fn library(stage: &Stage<'_>) -> Result {
    if stage
        .backend()?
        .text("select to_regclass('bench.many')::text")?
        .is_some()
    {
        return Ok(());
    }
    one_share::library(stage)?;
    eprintln!("making {MORE} more shares, which takes some minutes");
    stage.prepare(&MAKE_MORE.replace("{more}", &MORE.to_string()))?;
    stage.prepare("create table bench.many ()")
}

/// The last share of the page before the far one; finding it is not measured.
fn cursor(stage: &Stage<'_>) -> Result<String> {
    stage
        .backend()?
        .text(&format!(
            "select share_id::text from share.share s where not is_deleted and account_id = (select o.account_id from bench.one o)
            order by created_at desc, share_id desc offset {FAR} limit 1"
        ))?
        .ok_or_else(|| Error::new("there is no page 10,000"))
}

/// A page of a list with all URLs of its shares.
fn page(stage: &Stage<'_>, cursor: &str) -> Result<Query> {
    let account = one_share::one(stage, "account_id")?;
    let list = format!(
        "select * from share.share_list('{account}', \"limit\" => {PAGE}, cursor => {cursor})"
    );
    let mut backend = stage.backend()?;
    let signed: i64 = backend
        .client()
        .query_one(&format!("select count(stream_url) from ({list}) l"), &[])?
        .get(0);
    if signed != i64::from(PAGE) {
        return Err(Error::new(format!("{signed} shares of a page are signed")));
    }
    Query::gross(backend, &list, 1, TIMES)
}
