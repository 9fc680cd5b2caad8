//! Decides which playlists are stored: those that can be signed, and that no player reads in another way.

use std::collections::HashSet;

use super::attribute;
use super::invalid;
use super::kind::PlaylistKind;
use super::line::{Line, lines};
use super::reference::Reference;
use super::resolver::Resolver;
use super::tag::{Content, Name, Tag, Uris};
use super::timeline::Timeline;
use crate::error::ShareError;
use crate::window::Seconds;

/// The greatest length of a playlist in bytes.
pub const MAX_PLAYLIST: usize = 4 * 1024 * 1024;

/// The greatest length of one of its lines in bytes, without the line end.
pub const MAX_LINE: usize = 8192;

/// Holds what is known about a playlist once it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedPlaylist {
    /// What it lists.
    pub kind: PlaylistKind,
    /// How long a media playlist is: the sum of its segments, rounded up to a millionth of a second.
    pub duration: Option<Seconds>,
    /// How many segments it has.
    pub segments: u64,
    /// The playlists that a master playlist names, in their order, each once.
    pub children: Vec<Child>,
    /// Whether a media playlist says that nothing more comes.
    pub is_ended: bool,
}

/// Names one playlist that a master playlist names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Child {
    /// A path below the base URL, decoded.
    Path(String),
    /// A URL of an allowed host, as it stands.
    Url(String),
}

/// Checks a playlist that lies at a path below its base URL: length, characters and structure, and that each URI
/// is a path that stays below the base URL, or a URL of an allowed host. The host of the delivery itself must be
/// among these if the playlist names it; hosts are compared without port and case.
///
/// The URIs of EXT-X-CONTENT-STEERING (SERVER-URI), of EXT-X-DATERANGE (X-ASSET-URI, X-ASSET-LIST) and of
/// unknown tags (URI) are checked in the same way, although they are not signed.
///
/// # Errors
/// [`ShareError::PlaylistTooLong`], [`ShareError::InvalidPlaylist`] with the line and the rule that it breaks,
/// [`ShareError::ForeignHost`], [`ShareError::InvalidMediaPath`] for the playlist's own path.
pub fn check_playlist(
    text: &str,
    playlist_path: &str,
    allowed_hosts: &[&str],
) -> Result<CheckedPlaylist, ShareError> {
    if text.len() > MAX_PLAYLIST {
        return Err(ShareError::PlaylistTooLong {
            limit: MAX_PLAYLIST,
        });
    }
    check_text(text)?;
    let mut check = Check {
        resolver: Resolver::new(playlist_path, None)?,
        allowed_hosts,
        kind: None,
        timeline: Timeline::default(),
        children: Vec::new(),
        is_variant: false,
        line: 1,
    };
    for line in lines(text) {
        check.line(&line)?;
    }
    check.finish()
}

/// Checks characters and lines, whatever they mean.
fn check_text(text: &str) -> Result<(), ShareError> {
    let line_of = |at: usize| 1 + text[..at].matches('\n').count();
    if text.starts_with('\u{feff}') {
        return Err(invalid(1, "begins with a byte order mark"));
    }
    if lines(text).next().is_none_or(|line| line.text != "#EXTM3U") {
        return Err(invalid(1, "is not #EXTM3U"));
    }
    if let Some(at) = refused_character(text) {
        return Err(invalid(
            line_of(at),
            "has a control character or a line separator",
        ));
    }
    // hls.js looks for tags with patterns that are not bound to the beginning of a line.
    let mut tags = text.match_indices("#EXT").map(|(at, _)| at);
    if let Some(at) = tags.find(|&at| at > 0 && text.as_bytes()[at - 1] != b'\n') {
        return Err(invalid(line_of(at), "has a tag that does not begin it"));
    }
    match lines(text).find(|line| line.text.len() > MAX_LINE) {
        Some(line) => Err(invalid(line.number, "has more than 8192 bytes")),
        None => Ok(()),
    }
}

/// Finds a control character other than LF and CRLF (RFC 8216 §4.1), or one of the two line separators of
/// Unicode, at which patterns of browsers end a line.
fn refused_character(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().find_map(|(at, &byte)| {
        let next = || bytes.get(at + 1).copied().unwrap_or_default();
        let refused = match byte {
            b'\n' => false,
            b'\r' => next() != b'\n',
            0..=0x1f | 0x7f => true,
            // U+0080 to U+009F are 0xC2 and a byte below 0xA0.
            0xc2 => next() < 0xa0,
            0xe2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])),
            _ => false,
        };
        refused.then_some(at)
    })
}

struct Check<'a, 'h> {
    resolver: Resolver<'a>,
    allowed_hosts: &'h [&'h str],
    kind: Option<PlaylistKind>,
    timeline: Timeline<'a>,
    children: Vec<Child>,
    /// Whether the next URI line belongs to EXT-X-STREAM-INF.
    is_variant: bool,
    line: usize,
}

impl<'a> Check<'a, '_> {
    fn line(&mut self, line: &Line<'a>) -> Result<(), ShareError> {
        self.line = line.number;
        match line.content() {
            Content::Nothing => Ok(()),
            Content::Tag(tag) => self.tag(&tag),
            Content::Uri(uri) => {
                if std::mem::take(&mut self.is_variant) {
                    self.uri(uri, false, true)
                } else if self.kind == Some(PlaylistKind::Master) {
                    Err(self.refused("is a URI without EXT-X-STREAM-INF"))
                } else {
                    self.timeline
                        .segment(uri)
                        .map_err(|reason| self.refused(reason))?;
                    self.uri(uri, false, false)
                }
            }
        }
    }

    fn tag(&mut self, tag: &Tag<'a>) -> Result<(), ShareError> {
        if let Some(kind) = tag.name.kind()
            && *self.kind.get_or_insert(kind) != kind
        {
            return Err(self.refused("mixes tags of master and media playlists"));
        }
        self.timeline
            .tag(tag)
            .map_err(|reason| self.refused(reason))?;
        match tag.name {
            Name::Define => return Err(self.refused("defines variables, which cannot be signed")),
            Name::StreamInf if std::mem::replace(&mut self.is_variant, true) => {
                return Err(self.refused("comes before the URI of the variant above"));
            }
            _ => {}
        }
        match tag.name.uris() {
            Uris::Nothing if tag.name == Name::Other => {
                // An unknown tag may be no attribute list; what can be read of it follows the rule too.
                for attribute in attribute::attributes(tag.value).map_while(Result::ok) {
                    if attribute.quoted && attribute.name == "URI" {
                        self.uri(attribute.value, false, false)?;
                    }
                }
                Ok(())
            }
            Uris::Nothing => Ok(()),
            Uris::Object => self.attribute(tag, "URI", false, false),
            Uris::Key => {
                for name in ["METHOD", "KEYFORMAT"] {
                    attribute::find(tag.value, name).map_err(|reason| self.refused(reason))?;
                }
                self.attribute(tag, "URI", true, false)
            }
            Uris::Playlist => {
                let is_child = tag.name != Name::RenditionReport;
                self.attribute(tag, "URI", false, is_child)
            }
            Uris::Left(names) => names
                .iter()
                .try_for_each(|name| self.attribute(tag, name, false, false)),
        }
    }

    fn attribute(
        &mut self,
        tag: &Tag<'a>,
        name: &str,
        is_key: bool,
        is_child: bool,
    ) -> Result<(), ShareError> {
        let found = attribute::find_uri(tag.value, name).map_err(|reason| self.refused(reason))?;
        found.map_or(Ok(()), |found| self.uri(found.value, is_key, is_child))
    }

    fn uri(&mut self, uri: &str, is_key: bool, is_child: bool) -> Result<(), ShareError> {
        let line = self.line;
        let reference = Reference::read(uri, is_key).map_err(|reason| invalid(line, reason))?;
        if let Reference::Absolute(url) = &reference {
            let host = url.host();
            if !self
                .allowed_hosts
                .iter()
                .any(|allowed| allowed.eq_ignore_ascii_case(host))
            {
                return Err(ShareError::ForeignHost {
                    line,
                    host: host.to_owned(),
                });
            }
        }
        let path = self
            .resolver
            .resolve(&reference)
            .map_err(|reason| invalid(line, reason))?;
        if is_child {
            let child = path.map_or_else(
                || Child::Url(uri.to_owned()),
                |path| Child::Path(path.as_str().to_owned()),
            );
            self.children.push(child);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<CheckedPlaylist, ShareError> {
        if self.is_variant {
            return Err(self.refused("ends the playlist before the URI of a variant"));
        }
        self.timeline
            .finish()
            .map_err(|reason| self.refused(reason))?;
        let kind = self
            .kind
            .ok_or_else(|| self.refused("ends a playlist of neither segments nor playlists"))?;
        let mut seen = HashSet::new();
        self.children.retain(|child| seen.insert(child.clone()));
        Ok(CheckedPlaylist {
            kind,
            duration: match kind {
                PlaylistKind::Master => None,
                PlaylistKind::Media => Some(self.timeline.end.ceil()?),
            },
            segments: self.timeline.segments,
            children: self.children,
            is_ended: self.timeline.is_ended,
        })
    }

    const fn refused(&self, reason: &'static str) -> ShareError {
        invalid(self.line, reason)
    }
}
