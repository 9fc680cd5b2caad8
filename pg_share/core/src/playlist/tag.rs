//! What a line of a playlist is, and what is known about each tag (RFC 8216 §4.3, draft-pantos-hls-rfc8216bis §4.4).

use super::kind::PlaylistKind;
use super::line::Line;
use super::short_text;

/// Tells the lines of a playlist apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content<'a> {
    /// A blank line or a comment.
    Nothing,
    /// A line that begins with `#EXT`.
    Tag(Tag<'a>),
    /// A line with a URI, exactly as it stands.
    Uri(&'a str),
}

impl Content<'_> {
    /// Gives the name of a tag.
    pub(super) const fn name(&self) -> Option<Name> {
        match self {
            Self::Tag(tag) => Some(tag.name),
            _ => None,
        }
    }
}

/// Holds a tag and the text behind its colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: Name,
    pub(super) value: &'a str,
    /// Where the value begins in the text of the playlist.
    pub(super) at: usize,
}

/// Names the tags that mean something here; all others are `Other` and never touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Inf,
    ByteRange,
    Discontinuity,
    Key,
    Map,
    ProgramDateTime,
    Gap,
    Bitrate,
    Part,
    DateRange,
    M3u,
    Version,
    IndependentSegments,
    TargetDuration,
    MediaSequence,
    DiscontinuitySequence,
    EndList,
    PlaylistType,
    IFramesOnly,
    PartInf,
    ServerControl,
    Start,
    Skip,
    PreloadHint,
    RenditionReport,
    StreamInf,
    Media,
    IFrameStreamInf,
    SessionData,
    SessionKey,
    ContentSteering,
    Define,
    Other,
}

/// Tells what the URIs of a tag's attributes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Uris {
    /// None.
    Nothing,
    /// `URI` is an object of the origin.
    Object,
    /// `URI` is a key, which may be found by other ways than HTTP.
    Key,
    /// `URI` is another playlist.
    Playlist,
    /// These are for the player as they stand; they are never signed.
    Left(&'static [&'static str]),
}

impl Name {
    fn read(name: &str) -> Self {
        if name == "INF" {
            return Self::Inf;
        }
        let Some(name) = name.strip_prefix("-X-") else {
            return if name == "M3U" {
                Self::M3u
            } else {
                Self::Other
            };
        };
        match name {
            "BYTERANGE" => Self::ByteRange,
            "DISCONTINUITY" => Self::Discontinuity,
            "KEY" => Self::Key,
            "MAP" => Self::Map,
            "PROGRAM-DATE-TIME" => Self::ProgramDateTime,
            "GAP" => Self::Gap,
            "BITRATE" => Self::Bitrate,
            "PART" => Self::Part,
            "DATERANGE" => Self::DateRange,
            "VERSION" => Self::Version,
            "INDEPENDENT-SEGMENTS" => Self::IndependentSegments,
            "TARGETDURATION" => Self::TargetDuration,
            "MEDIA-SEQUENCE" => Self::MediaSequence,
            "DISCONTINUITY-SEQUENCE" => Self::DiscontinuitySequence,
            "ENDLIST" => Self::EndList,
            "PLAYLIST-TYPE" => Self::PlaylistType,
            "I-FRAMES-ONLY" => Self::IFramesOnly,
            "PART-INF" => Self::PartInf,
            "SERVER-CONTROL" => Self::ServerControl,
            "START" => Self::Start,
            "SKIP" => Self::Skip,
            "PRELOAD-HINT" => Self::PreloadHint,
            "RENDITION-REPORT" => Self::RenditionReport,
            "STREAM-INF" => Self::StreamInf,
            "MEDIA" => Self::Media,
            "I-FRAME-STREAM-INF" => Self::IFrameStreamInf,
            "SESSION-DATA" => Self::SessionData,
            "SESSION-KEY" => Self::SessionKey,
            "CONTENT-STEERING" => Self::ContentSteering,
            "DEFINE" => Self::Define,
            _ => Self::Other,
        }
    }

    /// Gives the kind of playlist that the tag belongs to, if it is one alone.
    pub(super) const fn kind(self) -> Option<PlaylistKind> {
        match self {
            Self::StreamInf
            | Self::Media
            | Self::IFrameStreamInf
            | Self::SessionData
            | Self::SessionKey
            | Self::ContentSteering => Some(PlaylistKind::Master),
            Self::M3u
            | Self::Version
            | Self::IndependentSegments
            | Self::Start
            | Self::Define
            | Self::Other => None,
            _ => Some(PlaylistKind::Media),
        }
    }

    /// Tells whether the tag belongs to the segment behind it and goes away with it.
    pub(super) const fn is_of_a_segment(self) -> bool {
        matches!(
            self,
            Self::Inf
                | Self::ByteRange
                | Self::Discontinuity
                | Self::Key
                | Self::Map
                | Self::ProgramDateTime
                | Self::Gap
                | Self::Bitrate
                | Self::Part
                | Self::DateRange
        )
    }

    /// Tells whether the tag is about the whole playlist, wherever it stands.
    pub(super) const fn is_of_the_playlist(self) -> bool {
        matches!(
            self,
            Self::M3u
                | Self::Version
                | Self::IndependentSegments
                | Self::TargetDuration
                | Self::MediaSequence
                | Self::DiscontinuitySequence
                | Self::EndList
                | Self::PlaylistType
                | Self::IFramesOnly
                | Self::PartInf
                | Self::ServerControl
        )
    }

    /// Tells whether the tag has no place in a playlist that was cut: a start for the whole, and what tells a
    /// live player where the end of the whole is.
    pub(super) const fn is_only_of_the_whole(self) -> bool {
        matches!(
            self,
            Self::Start | Self::Part | Self::PreloadHint | Self::RenditionReport
        )
    }

    /// Tells what the URIs of the tag's attributes are.
    pub(super) const fn uris(self) -> Uris {
        match self {
            Self::Key | Self::SessionKey => Uris::Key,
            Self::Map | Self::Part | Self::PreloadHint | Self::SessionData => Uris::Object,
            Self::Media | Self::IFrameStreamInf | Self::RenditionReport => Uris::Playlist,
            Self::ContentSteering => Uris::Left(&["SERVER-URI"]),
            Self::DateRange => Uris::Left(&["X-ASSET-URI", "X-ASSET-LIST"]),
            _ => Uris::Nothing,
        }
    }
}

impl<'a> Line<'a> {
    /// Tells what the line is.
    pub(super) fn content(&self) -> Content<'a> {
        let Some(below) = self.text.strip_prefix('#') else {
            return if self.text.bytes().all(|byte| byte == b' ') {
                Content::Nothing
            } else {
                Content::Uri(self.text)
            };
        };
        let Some(tag) = below.strip_prefix("EXT") else {
            return Content::Nothing;
        };
        // Every second line of most playlists.
        if let Some(value) = tag.strip_prefix("INF:") {
            return Content::Tag(Tag {
                name: Name::Inf,
                value,
                at: self.start + "#EXTINF:".len(),
            });
        }
        let (name, value) = short_text::split_once(tag, b':').unwrap_or((tag, ""));
        Content::Tag(Tag {
            name: Name::read(name.trim_end_matches(' ')),
            value,
            at: self.start + self.text.len() - value.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::{Content, Name};

    fn content(text: &str) -> Content<'_> {
        lines(text).next().unwrap().content()
    }

    #[test]
    fn lines_are_told_apart() {
        assert_eq!(content("\n"), Content::Nothing);
        assert_eq!(content("   "), Content::Nothing);
        assert_eq!(content("# EXTINF:4"), Content::Nothing);
        assert_eq!(content("a.ts\r\n"), Content::Uri("a.ts"));
        assert_eq!(content(" #EXTINF:4"), Content::Uri(" #EXTINF:4"));
    }

    #[test]
    fn a_value_stands_behind_the_first_colon() {
        let text = "\n#EXTINF:4,a:b\n";
        let Content::Tag(tag) = lines(text).nth(1).unwrap().content() else {
            panic!("no tag");
        };
        assert_eq!((tag.name, tag.value), (Name::Inf, "4,a:b"));
        assert!(text[tag.at..].starts_with("4,"));
    }

    #[test]
    fn only_whole_names_are_known() {
        for (text, name) in [
            ("#EXTM3U", Name::M3u),
            ("#EXT-X-ENDLIST ", Name::EndList),
            ("#EXT-X-KEYS:a", Name::Other),
            ("#EXT-X-key:a", Name::Other),
            ("#EXTINFO:4", Name::Other),
            ("#EXT", Name::Other),
        ] {
            let Content::Tag(tag) = content(text) else {
                panic!("no tag");
            };
            assert_eq!(tag.name, name, "{text}");
        }
    }
}
