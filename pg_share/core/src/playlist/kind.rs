//! The two kinds of playlist.

/// Tells a list of playlists from a list of segments (RFC 8216 §4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaylistKind {
    /// Names other playlists.
    Master,
    /// Names segments.
    Media,
}

impl PlaylistKind {
    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Master => "master",
            Self::Media => "media",
        }
    }
}
