//! The server: a session that makes calls, and the thread that owns it. Knows nothing of screens.

mod argument;
pub mod problem;
pub mod session;
pub mod worker;
