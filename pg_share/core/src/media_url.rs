//! A base URL with an origin's path behind it; it carries no token.

use crate::base_url::BaseUrl;
use crate::percent;
use crate::scope;
use crate::sink::Sink;

/// Gives a URL in pieces, so that a scope can be written without being built first.
pub trait UrlPieces {
    /// Calls `take` with each piece in order, escaped for the expression of a scope.
    fn each_escaped(&self, take: impl FnMut(&str));
}

impl UrlPieces for String {
    fn each_escaped(&self, mut take: impl FnMut(&str)) {
        scope::each_escaped(self, &mut take);
    }
}

/// Joins a base URL that was escaped before and a decoded path below it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScopeUrl<'a> {
    /// With a slash at its end.
    pub(crate) escaped_base: &'a str,
    pub(crate) path: &'a str,
}

impl ScopeUrl<'_> {
    /// Escapes a base URL.
    pub(crate) fn escaped_base(base: &BaseUrl) -> String {
        let mut escaped = String::new();
        scope::each_escaped(base.as_str(), &mut |piece| escaped.push_str(piece));
        escaped.push('/');
        escaped
    }
}

impl UrlPieces for ScopeUrl<'_> {
    fn each_escaped(&self, mut take: impl FnMut(&str)) {
        take(self.escaped_base);
        percent::each_path_piece(self.path, |piece| scope::each_escaped(piece, &mut take));
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
        out.push_text(self.base.as_str());
        out.push_text("/");
        percent::push_path(self.path, out);
    }
}
