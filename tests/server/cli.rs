//! The program `share_tui` as a whole, by its subcommands, against a real server.

mod commands;
mod drives;
mod golden;
mod lacks;
mod library;
mod many;
mod readme;
mod rows;
mod scene;
mod schema;
mod tail;
