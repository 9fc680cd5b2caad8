//! Ids that the server makes.

use pgrx::prelude::*;

/// Makes a `UUIDv7` (RFC 9562 section 5.7): ids of rows that follow each other lie together in an index.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn new_id() -> pgrx::Uuid {
    pgrx::Uuid::from_bytes(uuid::Uuid::now_v7().into_bytes())
}

/// Makes the id of a signing key, short because it travels in every token: `k` and 12 hexadecimal digits.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn kid_generate() -> String {
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!("k{}", &random[20..])
}
