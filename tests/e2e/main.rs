//! Real players play the demo's film from stock servers, with URLs that SQL has signed, and nothing without.

mod account;
mod application;
mod changed;
mod cut;
mod edges;
mod film;
mod player;
mod playlists;
mod plays;
mod program;
mod refused;
mod runs;
mod subtitles;
