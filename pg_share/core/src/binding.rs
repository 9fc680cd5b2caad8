//! What the URLs of a scheme can be bound to, beside their path and their end.

/// Names one thing that a signature covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binding {
    /// Everything below a directory, so that one signature serves a whole stream.
    Directory,
    /// The address of the client.
    Address,
    /// The name under which a download is saved.
    FileName,
    /// The media type of the answer.
    ContentType,
    /// The share and its epoch.
    Share,
    /// The part of the file that is shown.
    Window,
}

impl Binding {
    /// Gives the word used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::Address => "address",
            Self::FileName => "file_name",
            Self::ContentType => "content_type",
            Self::Share => "share",
            Self::Window => "window",
        }
    }
}
