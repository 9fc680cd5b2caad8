//! Writes a playlist with signed URIs; everything else keeps its bytes.

use super::attribute;
use super::cut::Cut;
use super::invalid;
use super::line::{Line, lines};
use super::memory::{Memory, Place};
use super::output::Output;
use super::reference::Reference;
use super::resolver::Resolver;
use super::tag::{Content, Name, Tag, Uris};
use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::media_path::MediaPath;
use crate::window::Window;

/// Names an object that a playlist points to, for which a URL is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'a> {
    /// Its path below the base URL, decoded.
    pub path: MediaPath<'a>,
    /// Whether it is another playlist: a variant's, a rendition's or a rendition report's.
    pub is_playlist: bool,
}

/// Appends a checked playlist with the URL that `sign` appends for each URI below the base URL; absolute URIs
/// elsewhere, own ones with a query, and keys of other schemes stay as they are, and so do the URIs of
/// EXT-X-CONTENT-STEERING (SERVER-URI) and of EXT-X-DATERANGE (X-ASSET-URI, X-ASSET-LIST), which are for the
/// player to call, and those of unknown tags: relative ones then start at the URL of what is written here.
///
/// With a window, a media playlist keeps the segments that overlap it, the first of the whole beginning at zero,
/// and what holds for them; low-latency parts and hints go away when any segment does. The result is what is
/// then shown, from the beginning of the first segment to the end of the last. It is none without a window and
/// for a master playlist, whose children are to be cut.
///
/// A URI that is the same as the last one of its place, as those of keys, maps and byte ranges often are, is
/// signed once.
///
/// # Errors
/// [`ShareError::InvalidPlaylist`] for what [`check_playlist`](super::check_playlist) refuses too,
/// [`ShareError::InvalidMediaPath`] for the playlist's own path, [`ShareError::WindowOutsidePlaylist`],
/// [`ShareError::InvalidSignedUrl`], and what `sign` returns; nothing is appended then.
pub fn rewrite_playlist(
    text: &str,
    playlist_path: &str,
    base_url: &BaseUrl,
    window: Option<Window>,
    sign: &mut dyn FnMut(Target<'_>, &mut String) -> Result<(), ShareError>,
    out: &mut String,
) -> Result<Option<Window>, ShareError> {
    let resolver = Resolver::new(playlist_path, Some(base_url))?;
    let cut = match window {
        Some(window) => Cut::plan(text, window)?,
        None => None,
    };
    let start = out.len();
    let mut writer = Writer {
        output: Output::new(text, out),
        resolver,
        memory: Memory::default(),
        is_variant: false,
        sign,
    };
    let written = match &cut {
        Some(cut) => writer.write_cut(text, cut),
        None => writer.write_whole(text),
    };
    if written.is_err() {
        out.truncate(start);
    }
    written.map(|()| cut.map(|cut| cut.shown))
}

struct Writer<'a, 'w> {
    output: Output<'a, 'w>,
    resolver: Resolver<'a>,
    memory: Memory<'a>,
    /// Whether the next URI line belongs to EXT-X-STREAM-INF.
    is_variant: bool,
    sign: &'w mut dyn FnMut(Target<'_>, &mut String) -> Result<(), ShareError>,
}

/// Holds a URI and where it stands.
struct Found<'a> {
    uri: &'a str,
    line: usize,
    start: usize,
    is_key: bool,
    is_playlist: bool,
    place: Option<Place>,
}

impl<'a> Writer<'a, '_> {
    fn write_whole(&mut self, text: &'a str) -> Result<(), ShareError> {
        for line in lines(text) {
            self.line(&line, &line.content())?;
        }
        self.output.finish();
        Ok(())
    }

    fn write_cut(&mut self, text: &'a str, cut: &Cut<'a>) -> Result<(), ShareError> {
        for line in lines(text) {
            if line.start == cut.header_end {
                self.output.copy_to(line.start);
                self.missing_numbers(cut);
            }
            if line.start == cut.kept.start {
                self.output.copy_to(line.start);
                self.lines_in_force(cut)?;
            }
            let content = line.content();
            if !cut.keeps(&line, content.name()) {
                self.output.copy_to(line.start);
                self.output.go_to(line.end);
                continue;
            }
            if let Content::Tag(tag) = &content {
                self.numbers(cut, &line, tag);
            }
            self.line(&line, &content)?;
        }
        self.output.finish();
        if cut.lacks_end {
            self.output.push_line("#EXT-X-ENDLIST", None);
        }
        Ok(())
    }

    /// Adds the numbers that are no longer zero and that the text does not name.
    fn missing_numbers(&mut self, cut: &Cut<'a>) {
        for (tag, numbers) in [
            ("#EXT-X-MEDIA-SEQUENCE:", &cut.segments),
            ("#EXT-X-DISCONTINUITY-SEQUENCE:", &cut.discontinuities),
        ] {
            if numbers.first.is_none() && numbers.skipped > 0 {
                self.output.push_line(tag, Some(numbers.skipped));
            }
        }
    }

    /// Raises a sequence number, or gives the first byte range its offset.
    fn numbers(&mut self, cut: &Cut<'a>, line: &Line<'a>, tag: &Tag<'a>) {
        let numbers = match tag.name {
            Name::MediaSequence => &cut.segments,
            Name::DiscontinuitySequence => &cut.discontinuities,
            Name::ByteRange => {
                if let Some((at, offset)) = cut.offset
                    && (line.start..line.end).contains(&at)
                {
                    self.output.copy_to(at);
                    self.output.out.push('@');
                    self.output.push_number(offset);
                }
                return;
            }
            _ => return,
        };
        if let Some(first) = numbers.first.filter(|_| numbers.skipped > 0) {
            self.output.copy_to(tag.at);
            self.output.push_number(first + numbers.skipped);
            self.output.go_to(tag.at + tag.value.len());
        }
    }

    /// Writes lines from further up, then goes on where the text was.
    fn lines_in_force(&mut self, cut: &Cut<'a>) -> Result<(), ShareError> {
        let back = self.output.place();
        for line in &cut.in_force {
            self.output.go_to(line.start);
            self.line(line, &line.content())?;
            self.output.copy_to(line.end);
        }
        self.output.go_to(back);
        Ok(())
    }

    /// Signs what a line points to; the rest of it is copied later.
    fn line(&mut self, line: &Line<'a>, content: &Content<'a>) -> Result<(), ShareError> {
        let (place, is_key, is_playlist, tag) = match content {
            Content::Nothing => return Ok(()),
            Content::Uri(uri) => {
                let is_playlist = std::mem::take(&mut self.is_variant);
                return self.uri(&Found {
                    uri,
                    line: line.number,
                    start: line.start,
                    is_key: false,
                    is_playlist,
                    place: (!is_playlist).then_some(Place::Line),
                });
            }
            Content::Tag(tag) => match (tag.name, tag.name.uris()) {
                (Name::StreamInf, _) => {
                    self.is_variant = true;
                    return Ok(());
                }
                (_, Uris::Nothing | Uris::Left(_)) => return Ok(()),
                (_, Uris::Key) => (Some(Place::Key), true, false, tag),
                (_, Uris::Playlist) => (None, false, true, tag),
                (Name::Map, _) => (Some(Place::Map), false, false, tag),
                (Name::Part, _) => (Some(Place::Part), false, false, tag),
                (_, Uris::Object) => (None, false, false, tag),
            },
        };
        let found =
            attribute::find_uri(tag.value, "URI").map_err(|reason| invalid(line.number, reason))?;
        match found {
            Some(attribute) => self.uri(&Found {
                uri: attribute.value,
                line: line.number,
                start: tag.at + attribute.at,
                is_key,
                is_playlist,
                place,
            }),
            None => Ok(()),
        }
    }

    fn uri(&mut self, found: &Found<'a>) -> Result<(), ShareError> {
        let end = found.start + found.uri.len();
        if let Some(written) = found
            .place
            .and_then(|place| self.memory.find(place, found.uri))
        {
            self.output.copy_to(found.start);
            self.output.out.extend_from_within(written);
            self.output.go_to(end);
            return Ok(());
        }
        let path = Reference::read(found.uri, found.is_key)
            .and_then(|reference| self.resolver.resolve(&reference))
            .map_err(|reason| invalid(found.line, reason))?;
        let Some(path) = path else {
            return Ok(());
        };
        self.output.copy_to(found.start);
        let written = self.output.out.len();
        let target = Target {
            path,
            is_playlist: found.is_playlist,
        };
        (self.sign)(target, self.output.out)?;
        if !stands_in_a_playlist(self.output.out.get(written..).unwrap_or_default()) {
            return Err(ShareError::InvalidSignedUrl);
        }
        self.output.go_to(end);
        if let Some(place) = found.place {
            let written = written..self.output.out.len();
            self.memory.keep(place, found.uri, written);
        }
        Ok(())
    }
}

/// Tells whether a URL can be a line, or stand between quotes: visible ASCII without a quote, and no comment.
fn stands_in_a_playlist(url: &str) -> bool {
    // Without an early end the compiler looks at many bytes at once; this runs over each signed URL.
    let refused = url.bytes().fold(0, |refused, byte| {
        refused | u8::from(!byte.is_ascii_graphic()) | u8::from(byte == b'"')
    });
    refused == 0 && !url.is_empty() && !url.starts_with('#')
}
