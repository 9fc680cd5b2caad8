//! An account with twenty thousand shared films, for what is measured over shares.

use share_tests::{Error, Result};
use uuid::Uuid;

use crate::backend::Query;
use crate::stage::Stage;
use crate::token;

const SHARES: u32 = 20_000;
/// Makes the shares.
const MAKE: &str = include_str!("sql/library.sql");
/// Makes what runs the same query without signing.
const MAKE_UNSIGNED: &str = include_str!("sql/library_unsigned.sql");
const READ: &str = "select bench.unsigned_streams($1)";
const SIGN: &str = "select count(u.url) from share.share_sign_streams($1) u";

/// Signs the streams of all shares by one call, less the same query without signing.
pub(crate) fn streams(stage: &Stage<'_>) -> Result<Query> {
    eprintln!("making {SHARES} shares");
    stage.prepare(&token::fill(MAKE).replace("{shares}", &SHARES.to_string()))?;
    stage.prepare(MAKE_UNSIGNED)?;
    let mut backend = stage.backend()?;
    let ids: Vec<Uuid> = backend
        .client()
        .query("select share_id from share.share", &[])?
        .iter()
        .map(|row| row.get(0))
        .collect();
    for statement in [SIGN, READ] {
        let given: i64 = backend.client().query_one(statement, &[&ids])?.get(0);
        if given != i64::from(SHARES) {
            return Err(Error::new(format!("{statement} gives {given} streams")));
        }
    }
    Ok(Query::gross(backend, SIGN, SHARES, 1)?.less(READ)?.of(&ids))
}
