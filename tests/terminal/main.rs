//! The operator's terminal as a whole: the program in a terminal of its own, before a running server.

mod columns;
mod hostile_text;
mod journeys;
mod panic;
mod pooled;
mod scene;
mod server_lost;
mod sizes;
mod ways_out;
mod wire;
