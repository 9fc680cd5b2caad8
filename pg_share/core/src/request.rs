//! What a URL is asked for: one origin, one action, one share.

use std::net::IpAddr;

use uuid::Uuid;

use crate::action::Action;
use crate::window::Window;

/// Names everything that changes from row to row; the delivery stays the same.
#[derive(Debug, Clone, Copy)]
pub struct UrlRequest<'a> {
    /// The origin's path below the base URL, decoded.
    pub path: &'a str,
    /// What the URL is for.
    pub action: Action,
    /// The end in Unix seconds; none only for a plain URL.
    pub expires_at: Option<i64>,
    /// The time of signing in Unix seconds, for schemes that name it: rounded down to the delivery's grid
    /// ([`crate::lifetime::signing_time`]), so that equal viewers get equal URLs.
    pub signed_at: i64,
    /// The share.
    pub share_id: Uuid,
    /// The share's epoch.
    pub epoch: i32,
    /// The name under which a download is saved, for schemes that carry one.
    pub file_name: Option<&'a str>,
    /// Whether a download is shown and not saved, for schemes that carry a name.
    pub inline: bool,
    /// The media type of the answer, for schemes that can set it.
    pub content_type: Option<&'a str>,
    /// The address that alone may use the URL, for schemes that can bind one.
    pub address: Option<IpAddr>,
    /// The part of the file that is meant.
    pub window: Option<Window>,
    /// The visit, for schemes that carry one; it makes the URL personal.
    pub visit: Option<&'a str>,
    /// The recipient, for schemes that carry one; it makes the URL personal.
    pub recipient: Option<&'a str>,
}

impl<'a> UrlRequest<'a> {
    /// Starts with nothing optional set.
    #[must_use]
    pub const fn new(path: &'a str, action: Action, share_id: Uuid, epoch: i32) -> Self {
        Self {
            path,
            action,
            expires_at: None,
            signed_at: 0,
            share_id,
            epoch,
            file_name: None,
            inline: false,
            content_type: None,
            address: None,
            window: None,
            visit: None,
            recipient: None,
        }
    }

    /// Gives the name for schemes by whose name a download is always saved: none where it is to be shown.
    #[must_use]
    pub const fn saved_as(&self) -> Option<&'a str> {
        if self.inline { None } else { self.file_name }
    }
}
