//! The extension as a whole in running servers: several sessions, dumps, standbys, hostile surroundings.

mod bulk;
mod concurrency;
mod deletion;
mod doctor;
mod dump;
mod dump_library;
mod factory;
mod gates;
mod gates_at_once;
mod hostile;
mod identity;
mod jobs;
mod key_isolation;
mod keys;
mod months;
mod planted;
mod pooler;
mod readme;
mod replica;
mod script;
mod secrets;
mod session;
mod standby;
mod vectors;
mod wire;
mod worker;
