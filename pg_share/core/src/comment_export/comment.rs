//! One comment as SQL hands it over.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::error::ShareError;
use crate::window::Seconds;

/// Holds a comment: what it says and where it hangs.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Its id.
    pub id: String,
    /// The comment that began its thread, none for that one itself.
    #[serde(default)]
    pub thread_id: Option<String>,
    /// Second of the file.
    #[serde(default, deserialize_with = "seconds")]
    pub at: Option<Seconds>,
    /// Length in seconds, for a range.
    #[serde(default, deserialize_with = "seconds")]
    pub duration: Option<Seconds>,
    /// Name of who wrote it.
    #[serde(default)]
    pub author: Option<String>,
    /// What it says, none where it was deleted.
    #[serde(default)]
    pub content: Option<String>,
    /// When it was written, as ISO 8601 has it.
    pub created_at: String,
    /// When it was resolved.
    #[serde(default)]
    pub resolved_at: Option<String>,
    /// Whether it is shown to who comes through a share.
    pub is_public: bool,
}

/// Decimal text, as SQL's numbers are written.
fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Seconds>, D::Error> {
    Option::<String>::deserialize(deserializer)?
        .map(|text| Seconds::parse(&text).map_err(D::Error::custom))
        .transpose()
}

impl Comment {
    /// Reads a JSON array of comments.
    ///
    /// # Errors
    /// [`ShareError::InvalidExportArgument`].
    pub fn list(json: &str) -> Result<Vec<Self>, ShareError> {
        serde_json::from_str(json).map_err(|_| ShareError::InvalidExportArgument {
            argument: "comments",
            expected: "an array of comments".to_owned(),
        })
    }

    /// Gives a name to write.
    pub(super) fn author(&self) -> &str {
        self.author
            .as_deref()
            .filter(|name| !name.trim().is_empty())
            .unwrap_or("Someone")
    }
}
