//! The frame of all tests that need a server: throw-away `PostgreSQL` clusters, a stock nginx, an HTTP client.
//!
//! Nothing here knows the SQL API but for `create extension` and `share.migrate()`, which make a database ready.
#![forbid(unsafe_code)]
#![expect(
    clippy::missing_errors_doc,
    reason = "everything here fails with the one `Error`, which says what was tried and what came back"
)]

mod cluster;
mod command;
mod database;
mod development;
mod error;
mod http;
mod installation;
mod nginx;
mod place;
mod server;
mod server_user;
mod standby;
mod watchdog;

pub use cluster::Cluster;
pub use database::Database;
pub use development::Development;
pub use error::{Error, Result};
pub use http::{Response, get, get_with};
pub use installation::Installation;
pub use nginx::Nginx;
pub use place::Place;
pub use server::Server;
