//! The steps of the proof: what each share opens, and what it must not.

use std::path::Path;

use crate::answers::{
    all, child_playlists, download, media_segments, page, playlist, status, track,
};
use crate::library::Library;
use crate::media::FILM;
use crate::proof::Proof;
use crate::shared::Shared;

/// Proves one share, whose own source is a file of the media.
pub(crate) fn prove(proof: &mut Proof, media: &Path, share: &Shared, source: &str, other: &Shared) {
    let mut step =
        |name: &str, expected, got| proof.step(&format!("{}-{name}", share.name), expected, got);
    step("page", 200, page(&share.page, share.public));
    step("poster", 200, status(&share.preview));
    step("playlist", 200, playlist(&share.stream));
    step("child-playlist", 200, child_playlists(&share.stream));
    step("media-segment", 200, media_segments(&share.stream));
    step(
        "download",
        200,
        download(&share.download, saved_as(source), &media.join(source)),
    );
    let (stream, file) = (Stream::of(&share.stream), File::of(&share.download));
    step(
        "stream-one-character-changed",
        403,
        status(&stream.with_token(&changed(stream.token))),
    );
    step(
        "download-one-character-changed",
        403,
        status(&file.with_token(&changed(file.token))),
    );
    step("stream-expired", 410, status(&share.ended_stream));
    step("download-expired", 410, status(&share.ended_download));
    step(
        "other-share",
        403,
        status(&stream.at(Stream::of(&other.stream).directory)),
    );
    step("stream-token-on-source", 403, all(403, &stream.on(&file)));
}

/// The whole film is saved under its own name, a clip under that of its source.
fn saved_as(source: &str) -> &str {
    match source.rsplit_once('/') {
        _ if source == FILM => "Launch%20film.mp4",
        Some((_, name)) => name,
        None => source,
    }
}

/// Proves that a segment opens no more than its own source, and that the other film was there to be opened.
pub(crate) fn prove_bounds(proof: &mut Proof, segment: &Shared, whole: &Shared, other: &Shared) {
    let (clip, film) = (File::of(&segment.download), File::of(&whole.download));
    proof.step(
        "segment-download-token-on-film",
        403,
        status(&film.with_token(clip.token)),
    );
    proof.step("other-playlist", 200, playlist(&other.stream));
}

/// What is said in the segment, and before and behind it, as `demo.sql` has it.
const SAID: &str =
    "00:00:02.200 --> 00:00:04.800\n<v Ada>The closer we come,\nthe more of it there is.\n";
const SAID_BEFORE: &str = "00:00:00.400 --> 00:00:01.900\n<v Ada>This is the whole set.\n";
const SAID_BEHIND: &str = "00:00:05.200 --> 00:00:07.600\n<v Ben>And it never ends?\n";

/// Proves that the comment and its answer stand at their second in what is exported, and that the page's player gets as
/// subtitles what the share shows. Who may not see the film is not told what is said in it either.
pub(crate) fn prove_library(
    proof: &mut Proof,
    library: &Library,
    public: &Shared,
    private: &Shared,
    segment: &Shared,
) {
    proof.step(
        "comments-edl",
        "00:00:03:00",
        Ok(locator(&library.comments_edl)),
    );
    proof.step(
        "comments-vtt",
        "00:00:03.000",
        Ok(cue(&library.comments_vtt)),
    );
    let all = [SAID_BEFORE, SAID, SAID_BEHIND];
    proof.step("public-track", 200, track(&public.page, &all, &[]));
    proof.step(
        "segment-track",
        200,
        track(&segment.page, &[SAID], &[SAID_BEFORE, SAID_BEHIND]),
    );
    proof.step(
        "private-track",
        404,
        status(&format!("{}/subtitles.vtt", private.page)),
    );
}

/// Where the comment stands in an edit decision list with its answer behind it.
fn locator(edl: &str) -> &str {
    let told = " RED     Eve: Hold here a little longer. / Ada: Half a second more.";
    edl.lines()
        .find_map(|line| line.strip_prefix("* LOC: ")?.strip_suffix(told))
        .unwrap_or("no locator")
}

/// When the comment is shown as a cue with its answer below it.
fn cue(vtt: &str) -> &str {
    let told = "\n<v Eve>Hold here a little longer.\nAda: Half a second more.\n";
    let before = vtt.split_once(told).map(|(before, _)| before);
    before
        .and_then(|before| before.lines().last()?.split(' ').next())
        .unwrap_or("no cue")
}

/// The parts of `<directory>/<token>/<expires>/<file>`.
struct Stream<'a> {
    directory: &'a str,
    token: &'a str,
    expires: &'a str,
    file: &'a str,
}

impl<'a> Stream<'a> {
    fn of(address: &'a str) -> Self {
        let mut parts = address.rsplitn(4, '/');
        let mut next = || parts.next().unwrap_or_default();
        let (file, expires, token, directory) = (next(), next(), next(), next());
        Self {
            directory,
            token,
            expires,
            file,
        }
    }

    fn with_token(&self, token: &str) -> String {
        format!("{}/{token}/{}/{}", self.directory, self.expires, self.file)
    }

    /// The same token on another directory.
    fn at(&self, directory: &str) -> String {
        format!("{directory}/{}/{}/{}", self.token, self.expires, self.file)
    }

    /// The same token on a file, once in the form of a stream and once in that of a download.
    fn on(&self, file: &File<'_>) -> [String; 2] {
        let (directory, name) = file.path.rsplit_once('/').unwrap_or_default();
        let as_stream = format!("{directory}/{}/{}/{name}", self.token, self.expires);
        [
            as_stream,
            format!("{}?md5={}&expires={}", file.path, self.token, self.expires),
        ]
    }
}

/// The parts of `<path>?md5=<token><rest>`.
struct File<'a> {
    path: &'a str,
    token: &'a str,
    rest: &'a str,
}

impl<'a> File<'a> {
    fn of(address: &'a str) -> Self {
        let (path, query) = address.split_once("?md5=").unwrap_or_default();
        let (token, rest) = query.split_at(query.find('&').unwrap_or(query.len()));
        Self { path, token, rest }
    }

    fn with_token(&self, token: &str) -> String {
        format!("{}?md5={token}{}", self.path, self.rest)
    }
}

/// The token with another first character.
fn changed(token: &str) -> String {
    let other = if token.starts_with('A') { 'B' } else { 'A' };
    format!("{other}{}", token.get(1..).unwrap_or_default())
}
