//! The extension's shell: functions that compute, for the SQL in `sql/` to call.
//!
//! Rules live in `share_core`, rows are read and written by SQL; here values are converted and errors reported. The one
//! exception is the key reader (`signing_key`), which reads a key as it stands now, whatever snapshot the caller has.

mod address;
mod announce;
mod api_key;
mod code;
mod comment_export;
mod delivery;
mod embed_html;
mod fresh_scan;
mod gateway;
mod id;
mod identity;
mod link;
mod migration;
mod parallel;
mod password;
mod percent;
mod playlist;
mod prepared;
mod random;
mod ready;
mod report;
mod schema;
mod schema_functions;
mod schema_library;
mod secret;
mod settings;
mod share_token;
mod sign;
mod signing_key;
mod slug;
mod subtitle;
mod timestamp;
mod verify;

use pgrx::pg_guard;

pgrx::pg_module_magic!(name, version);

/// Defines the settings; `PostgreSQL` calls it when the library is loaded.
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    settings::define();
}
