//! HLS playlists (RFC 8216, draft-pantos-hls-rfc8216bis): which are stored, how their URIs are signed, and how
//! one is cut to a window.
//!
//! A playlist is never parsed into a model and written anew: what is not touched keeps its bytes, unknown tags,
//! odd blanks and line ends included. No URI is fetched.

mod attribute;
mod check;
mod cut;
mod in_force;
mod kind;
mod line;
mod link;
mod memory;
mod output;
mod reference;
mod resolver;
mod rewrite;
mod short_text;
mod tag;
mod time;
mod timeline;

#[cfg(test)]
mod check_tests;
#[cfg(test)]
mod cut_tests;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod player_model;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod rewrite_tests;

pub use check::{CheckedPlaylist, Child, MAX_LINE, MAX_PLAYLIST, check_playlist};
pub use kind::PlaylistKind;
pub use link::child_link;
pub use rewrite::{Target, rewrite_playlist};

use crate::error::ShareError;

/// Names the line that breaks a rule; the line itself is not kept, a URI in it may hold a token.
const fn invalid(line: usize, reason: &'static str) -> ShareError {
    ShareError::InvalidPlaylist { line, reason }
}
