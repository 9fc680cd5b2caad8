//! An account with twenty thousand shared films, for what is measured over shares.

use share_tests::{Error, Result};
use uuid::Uuid;

use crate::backend::Query;
use crate::stage::Stage;
use crate::token;

const SHARES: u32 = 20_000;
/// Makes the shares.
const MAKE: &str = include_str!("sql/library.sql");
/// Reads what a signed stream is made of, as one would join it by hand.
const READ: &str = include_str!("sql/library_read.sql");
const SIGN: &str = "select count(u.url) from share.share_sign_streams($1) u";

/// Signs the streams of all shares by one call, less reading the same rows.
pub(crate) fn streams(stage: &Stage<'_>) -> Result<Query> {
    eprintln!("making {SHARES} shares");
    stage.prepare(&token::fill(MAKE).replace("{shares}", &SHARES.to_string()))?;
    let mut backend = stage.backend()?;
    // As our function plans; a plan for any number of ids would read them row by row, at twice the cost.
    backend
        .client()
        .batch_execute("set plan_cache_mode = force_custom_plan")?;
    let ids: Vec<Uuid> = backend
        .client()
        .query("select share_id from share.share", &[])?
        .iter()
        .map(|row| row.get(0))
        .collect();
    let signed: i64 = backend.client().query_one(SIGN, &[&ids])?.get(0);
    if signed != i64::from(SHARES) {
        return Err(Error::new(format!("{signed} streams are signed")));
    }
    Ok(Query::gross(backend, SIGN, SHARES, 1)?.less(READ)?.of(&ids))
}
