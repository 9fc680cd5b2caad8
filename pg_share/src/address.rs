//! Addresses of machines in text. Who comes from where is decided in SQL.

use pgrx::prelude::*;
use share_core::address::read_address;

/// Gives the normal form of an address or of a network's; null for what is none.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn address_read(text: &str) -> Option<String> {
    read_address(text).map(|address| address.to_string())
}
