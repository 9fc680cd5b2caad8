//! Connects to `PostgreSQL` as psql does: URI, conninfo, options, `PG*`, password file, service file, six sslmodes, several hosts.
//!
//! Knows no screen and asks nobody anything but by a function that it is given. What differs from libpq:
//! - what would be less safe if it were ignored is refused by name: `requirepeer`, `require_auth`, `sslcrldir`, `sslpassword`,
//!   `gssencmode=require`, `sslcertmode=require`, OAuth, abstract sockets, services in LDAP; signing in by GSSAPI or SSPI fails
//! - an `sslcert` that is named has to be there; libpq goes on without
//! - `allow` and `prefer` look at no authority: libpq does, and then goes on in the clear
//! - after a question for a password `prefer` does not try again in the clear, as libpq from 17 on
//! - certificates need a `subjectAltName` for `verify-full`, and one that is an authority's is nobody's for `verify-ca`
//! - lists of revoked certificates have to be of version 2
//! - text is UTF-8: percent-encoded bytes and files that are not are refused; `client_encoding` is always UTF8
//! - a space in a URI stands for itself, as in libpq before 17
//! - `sslnegotiation=direct` does not insist that the server names the protocol, and scopes of IPv6 addresses are lost
//! - without a host the socket is looked for in `/var/run/postgresql` and then in `/tmp`
//! - an empty user is refused here; libpq leaves that to the server
//! - `PGDATESTYLE`, `PGTZ` and `PGGEQO` set nothing
//!
//! As in libpq, `connect_timeout` counts for each address and not for the resolution of names.
//!
//! Passwords are wiped once the [`Settings`] are dropped, but for the copy that the client library makes while it connects. What
//! stands in [`Given`] and [`Environment`] is the caller's, and so is what the server said in a [`Problem`]: it has to be cleaned
//! before it is shown.

#![forbid(unsafe_code)]
#![expect(
    clippy::missing_errors_doc,
    reason = "everything here fails with a `Problem`, which says what to do"
)]

mod attempt;
mod certificates;
mod channel;
mod choice;
mod connect;
mod connected;
pub mod conninfo;
mod environment;
mod given;
mod hosts;
mod origin;
mod parameter;
pub mod passfile;
mod problem;
#[cfg(test)]
mod properties_tests;
mod refusal;
pub mod service_file;
mod session;
mod settings;
mod tls;
pub mod uri;
mod verifier;

pub use choice::{SslMode, Wanted};
pub use connect::connect;
pub use connected::{Cancel, Connected};
pub use environment::{Disk, Environment, Files, Imagined, State};
pub use given::{Given, parse};
pub use hosts::Host;
pub use origin::{PasswordOrigin, Prompt};
pub use parameter::Parameters;
pub use problem::Problem;
pub use settings::{Settings, describe};
