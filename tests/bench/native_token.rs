//! Native tokens in bulk: the raw signer and the whole way over shares, against a plain loop and what else signs tokens
//! in a database or beside it.

use share_tests::Result;

use crate::backend::Query;
use crate::contender::{Bar, Entry, OURS};
use crate::lap::Lap;
use crate::outcome::Outcome;
use crate::peer::{Language, Peer};
use crate::series::Signer;
use crate::stage::Stage;
use crate::{duel, library, token};

pub(crate) const CASE: &str = "native_token";
/// Our signer; the number of the row is the epoch.
pub(crate) const SIGN: &str = "share.sign_url(e'uri_signing\\n' || {kid} || e'\\n' || {base_url} || e'\\n{}', given, 'stream', false, to_timestamp({expires} - 300), to_timestamp({expires}), {share}, number, null, null, null, null, null)";
const PGJWT_STYLE: &str = "{before} || 'film/' || number || {between} || bench.jwt_sign(
    json_build_object('iss', {issuer}, 'exp', {expires}, 'cdniuc', {scope_before} || 'film/' || number || {scope_after}, 'sh', {share}, 'ep', number, 'a', 's'),
    {secret}, 'HS256', {kid}) || {after}";
/// Rows of a round of the plain loop and of our signer.
const LOOP: u32 = 100_000;
/// The row whose URL is checked.
const SAMPLE: u32 = 7;

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    stage.prepare(include_str!("sql/pgjwt_style.sql"))?;
    stage.prepare(&token::fill(include_str!("sql/plpgsql_token.sql")))?;

    let mut signer = token::Signer::new()?;
    let url = signer.sign(&token::directory(SAMPLE), SAMPLE);
    token::check("rust_loop", url, SAMPLE)?;
    let directories: Vec<String> = (0..=LOOP).map(token::directory).collect();
    let rust_loop = Lap::new(LOOP, move |number| {
        if let Some(directory) = directories.get(number as usize) {
            std::hint::black_box(signer.sign(directory, number));
        }
    });
    let mut entries = vec![
        Entry::other("rust_loop", rust_loop),
        Entry::ours(
            OURS,
            in_sql(stage, OURS, SIGN, LOOP)?,
            vec![
                Bar::Times("rust_loop", 0.67),
                Bar::Times("pgjwt_style", 50.0),
            ],
        ),
        Entry::ours(
            "pg_share_streams",
            library::streams(stage)?,
            vec![Bar::Times("rust_loop", 0.4)],
        ),
        Entry::other(
            "pgjwt_style",
            in_sql(stage, "pgjwt_style", PGJWT_STYLE, 5_000)?,
        ),
        Entry::other(
            "plpgsql",
            in_sql(stage, "plpgsql", "bench.plpgsql_token(number)", 20_000)?,
        ),
    ];

    let mut outcome = Outcome::default();
    for (name, language, program, package, times) in [
        (
            "pyjwt",
            Language::Python,
            "pyjwt.py",
            "PyJWT==2.15.1",
            5_000,
        ),
        (
            "jsonwebtoken",
            Language::Node,
            "jsonwebtoken.js",
            "jsonwebtoken@9.0.3",
            20_000,
        ),
    ] {
        match Peer::start(language, program, package, &token::given(), times) {
            Ok((peer, url)) => {
                token::check(name, &url, 0)?;
                entries.push(Entry::other(name, peer));
            }
            Err(came) => outcome.leave_out(CASE, name, came.to_string()),
        }
    }
    outcome.rows = duel::measure(CASE, entries)?;
    Ok(outcome)
}

/// A signer in SQL that has been seen to make the right URL.
fn in_sql(stage: &Stage<'_>, name: &str, text: &str, rows: u32) -> Result<Query> {
    let signer = Signer {
        row: token::ROW,
        signed: &token::fill(text),
    };
    token::check(name, &signer.sample(stage, SAMPLE)?, SAMPLE)?;
    signer.contender(stage, rows, 1)
}
