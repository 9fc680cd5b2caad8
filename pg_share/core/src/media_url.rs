//! A base URL with an origin's path behind it; it carries no token.

use crate::base_url::BaseUrl;
use crate::percent;
use crate::sink::Sink;

/// Gives a URL in pieces, so that it can be written, escaped or hashed without being built first.
pub trait UrlPieces {
    /// Calls `take` with each piece in order; no piece ends inside of an escaped character.
    fn each_piece(&self, take: impl FnMut(&str));
}

impl UrlPieces for String {
    fn each_piece(&self, mut take: impl FnMut(&str)) {
        take(self);
    }
}

/// Joins a base URL and a decoded path below it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MediaUrl<'a> {
    pub(crate) base: &'a BaseUrl,
    pub(crate) path: &'a str,
}

impl MediaUrl<'_> {
    pub(crate) fn push(&self, out: &mut impl Sink) {
        self.each_piece(|piece| out.push_text(piece));
    }
}

impl UrlPieces for MediaUrl<'_> {
    fn each_piece(&self, mut take: impl FnMut(&str)) {
        take(self.base.as_str());
        take("/");
        percent::each_path_piece(self.path, take);
    }
}
