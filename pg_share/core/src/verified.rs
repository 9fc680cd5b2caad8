//! What a verified token or URL says.

use uuid::Uuid;

use crate::action::Action;
use crate::window::Window;

/// Holds what is known once a signature has held; schemes that sign no claims leave parts open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What it allows; a scheme that cannot tell a preview from a download says download.
    pub action: Action,
    /// The share.
    pub share_id: Option<Uuid>,
    /// The share's epoch when it was signed.
    pub epoch: Option<i32>,
    /// Its end in Unix seconds.
    pub expires_at: i64,
    /// The part of the file that it shows.
    pub window: Option<Window>,
    /// The id of the key that signed it.
    pub kid: String,
    /// The visit that it was made for.
    pub visit: Option<String>,
    /// The recipient that it was made for.
    pub recipient: Option<String>,
}
