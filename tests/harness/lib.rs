//! The frame of all tests that need a server: throw-away `PostgreSQL` clusters, stock servers of media, an HTTP client.
//!
//! Nothing here knows the SQL API but for `create extension` and `share.migrate()`, which make a database ready.
#![forbid(unsafe_code)]
#![expect(
    clippy::missing_errors_doc,
    reason = "everything here fails with the one `Error`, which says what was tried and what came back"
)]

mod authority;
mod cluster;
mod command;
mod database;
mod development;
mod error;
mod haproxy;
mod http;
mod installation;
mod nginx;
mod pgbouncer;
mod place;
mod python;
mod room;
mod s3;
mod server;
mod server_user;
mod service;
mod standby;
mod stream;
mod template;
mod tmux;
mod traffic_server;
mod watchdog;

pub use authority::{Authority, Identity};
pub use cluster::Cluster;
pub use database::Database;
pub use development::Development;
pub use error::{Error, Result};
pub use haproxy::Haproxy;
pub use http::{Response, get, get_with, post, send_to};
pub use installation::Installation;
pub use nginx::Nginx;
pub use pgbouncer::PgBouncer;
pub use place::Place;
pub use python::Python;
pub use s3::S3;
pub use server::Server;
pub use service::Service;
pub use stream::{Piece, pieces};
pub use tmux::{PROMPT, Tmux};
pub use traffic_server::TrafficServer;
