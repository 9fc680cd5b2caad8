//! Presigned URLs of S3 in bulk, against a plain loop, plpgsql and the vendor's library.

use share_tests::Result;

use crate::contender::{Bar, Entry, OURS};
use crate::duel;
use crate::lap::Lap;
use crate::outcome::Outcome;
use crate::peer::{Language, Peer};
use crate::presign::{self, Presigner};
use crate::series::Signer;
use crate::stage::Stage;

pub(crate) const CASE: &str = "s3_presign";
/// Rows of a round of the plain loop and of our signer.
const LOOP: u32 = 100_000;
pub(crate) const KEY: &str = "select kid from share.signing_key_import({s3_secret}, algorithm => 'AWS4-HMAC-SHA256', kid => {access_key})";
const ROW: &str = "'films/launch film/' || number || '.mp4'";
const SIGN: &str = "share.sign_url(e's3\\n' || {access_key} || e'\\n' || {base_url} || e'\\n' || {options}, given, 'preview', false, {end} - interval '1 hour', {end}, '01a1fd35-6fee-741c-a904-97d113da7f04', 1, null, null, null, null, null)";

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    if let Some(reason) = unknown(stage)? {
        outcome.leave_out(CASE, "all", reason);
        return Ok(outcome);
    }
    stage.prepare(&presign::fill(KEY))?;
    stage.prepare(&presign::fill(include_str!("sql/plpgsql_presign.sql")))?;

    // One end for all rows; a clock in each row would be measured too.
    let end = stage
        .backend()?
        .text("select quote_literal(date_trunc('second', now()) + interval '1 hour') || '::timestamptz'")?
        .unwrap_or_default();
    let in_sql = |name, signed: &str, rows| {
        let signer = Signer {
            row: ROW,
            signed: &presign::fill(signed).replace("{end}", &end),
        };
        presign::check(name, &signer.sample(stage, 1)?, &presign::path(1))?;
        signer.contender(stage, rows, 1)
    };
    let ours = in_sql(OURS, SIGN, LOOP)?;
    let plpgsql = in_sql("plpgsql", "bench.plpgsql_presign(given, 3600)", 5_000)?;

    let mut presigner = Presigner::new("20300101T000000Z")?;
    let paths: Vec<String> = (0..=LOOP).map(presign::path).collect();
    let rust_loop = Lap::new(LOOP, move |number| {
        if let Some(path) = paths.get(number as usize) {
            std::hint::black_box(presigner.presign(path, presign::LIFETIME));
        }
    });
    let mut entries = vec![
        Entry::other("rust_loop", rust_loop),
        Entry::ours(
            OURS,
            ours,
            vec![
                Bar::Times("rust_loop", 0.8),
                Bar::Times("plpgsql", 30.0),
                Bar::Times("botocore", 240.0),
            ],
        ),
        Entry::other("plpgsql", plpgsql),
    ];
    let botocore = Peer::start(
        Language::Python,
        "presign.py",
        "botocore==1.44.5",
        &presign::given(),
        500,
    );
    match botocore {
        Ok((peer, url)) => {
            presign::check("botocore", &url, &presign::path(0))?;
            entries.push(Entry::other("botocore", peer));
        }
        Err(came) => outcome.leave_out(CASE, "botocore", came.to_string()),
    }
    outcome.rows = duel::measure(CASE, entries)?;
    Ok(outcome)
}

/// Why the scheme cannot be measured, if it is not known; any other error is one.
pub(crate) fn unknown(stage: &Stage<'_>) -> Result<Option<String>> {
    let signed = presign::fill(SIGN).replace("{end}", "now()");
    let tried = stage
        .backend()?
        .text(&format!("select {signed} from (select 'a/b' as given) r"));
    match tried {
        Err(came) if came.to_string().contains("unknown signing scheme") => {
            Ok(Some(came.to_string().replace('\n', ", ")))
        }
        tried => tried.map(|_| None),
    }
}
