//! What the claims of a gateway say. Whether they count is decided in SQL.

use pgrx::prelude::*;
use share_core::gateway;

/// Reads user and account from the claims of a gateway; null where they name no user.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn claims_read(claims: &str) -> Option<Vec<Option<String>>> {
    let claims = gateway::read_claims(claims)?;
    Some(vec![
        Some(claims.user_id),
        claims.account_id.map(|id| id.to_string()),
    ])
}
