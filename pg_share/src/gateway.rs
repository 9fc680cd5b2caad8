//! What a gateway says: claims and headers. Whether they count is decided in SQL.

use pgrx::JsonB;
use pgrx::prelude::*;
use serde_json::Value;
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

/// Reads the headers of a request, as far as they are text; null where they are no object.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn headers_read(headers: &str) -> Option<JsonB> {
    gateway::read_headers(headers).map(|headers| JsonB(Value::Object(headers)))
}
