//! A playlist of 1,200 segments, every URI in it signed, by one statement.

use share_tests::{Error, Result};

use crate::backend::Query;
use crate::contender::{Bar, Entry, OURS};
use crate::outcome::Outcome;
use crate::stage::Stage;
use crate::{duel, presign, s3_presign, token};

pub(crate) const CASE: &str = "playlist";
const KNOWN: &str = "select count(*) from pg_proc where pronamespace = 'share'::regnamespace and proname = 'share_playlist'";
const SIGN: &str = "select p.playlist from share.share s cross join lateral share.share_playlist(s.share_id) p where s.title = {scheme}";
const SEGMENTS: usize = 1_200;
const TIMES: u32 = 20;

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let known: i64 = stage.backend()?.client().query_one(KNOWN, &[])?.get(0);
    if known == 0 {
        outcome.leave_out(CASE, "all", "there is no function share.share_playlist");
        return Ok(outcome);
    }
    let native = |sql: &str| {
        let sql = sql.replace("{scheme}", "'uri_signing'");
        token::fill(&sql.replace("{options}", "'{}'"))
    };
    let s3 = |sql: &str| {
        let sql = sql.replace("{scheme}", "'s3'");
        presign::fill(&sql.replace("{kid}", "{access_key}"))
    };
    let mut entries = vec![contender(stage, OURS, native)?];
    if let Some(reason) = s3_presign::unknown(stage)? {
        outcome.leave_out(CASE, "pg_share_s3", reason);
    } else {
        stage.prepare(&presign::fill(s3_presign::KEY))?;
        entries.push(contender(stage, "pg_share_s3", s3)?);
    }
    outcome.rows = duel::measure(CASE, entries)?;
    Ok(outcome)
}

/// The whole statement counts: there is no signed playlist without reading it.
fn contender(stage: &Stage<'_>, name: &str, fill: impl Fn(&str) -> String) -> Result<Entry> {
    stage.prepare(&fill(include_str!("sql/playlist.sql")))?;
    let sign = fill(SIGN);
    let mut backend = stage.backend()?;
    let playlist = backend.text(&sign)?.unwrap_or_default();
    if playlist.matches("https://").count() != SEGMENTS {
        return Err(Error::new(format!(
            "{name} does not sign every segment: {playlist:.500}"
        )));
    }
    let query = Query::gross(backend, &sign, 1, TIMES)?;
    Ok(Entry::ours(name, query, vec![Bar::Milliseconds(4.0)]))
}
