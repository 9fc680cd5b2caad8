//! The operator's terminal for `pg_share`.
//!
//! ```text
//!  label  title                          target · standby · running call    view
//! +--------------------------------------------------------------------+
//! |                                                                    |   screen/*: one file each,
//! |      +---------------- popup: help, palette, question ------+      |   made of widget/*
//! |      +------------------------------------------------------+      |
//! +--------------------------------------------------------------------+
//!  notice: what was done, what went wrong, that the server is lost         desk::Notice
//!  footer: the keys that make sense here                                   keymap
//! ```
//!
//! One loop ([`app`]) receives [`message::Message`]s, lets [`update::update`] change the [`model::Model`] and performs the
//! [`desk::Effect`]s that come out; one thread ([`db::worker`]) owns the connection. Nothing polls.

#![forbid(unsafe_code)]

pub mod action;
pub mod app;
pub mod attribute;
pub mod call;
pub mod cli;
pub mod config;
pub mod db;
pub mod desk;
pub mod key;
pub mod keymap;
pub mod log;
pub mod look;
pub mod media_time;
pub mod message;
pub mod model;
pub mod moment;
#[cfg(feature = "pictures")]
pub mod picture;
#[cfg(not(feature = "pictures"))]
#[path = "no_picture.rs"]
pub mod picture;
pub mod place;
mod popup;
pub mod question;
pub mod screen;
pub mod terminal;
pub mod text;
pub mod typing;
pub mod update;
pub mod view;
pub mod widget;
