//! The addresses of playlists in the application, and the SQL behind them.

use postgres::Client;
use share_tests::Result;
use uuid::Uuid;

use crate::changed::changed_after;

/// Stands before each signature in a URL of scheme `s3`.
const SIGNATURE: &str = "X-Amz-Signature=";

/// How a playlist is given out.
///
/// It stands in the path and not behind it: playlists name each other by relative URIs, which carry no query along.
#[derive(Clone, Copy)]
pub(crate) enum Cut {
    /// What the share is of.
    Whole,
    /// From one second of the film to another.
    Clip(i32, i32),
    /// With one character of each signature changed.
    Tampered,
}

/// What a path of the application asks for.
pub(crate) struct Wanted<'a> {
    share: Uuid,
    cut: Cut,
    path: &'a str,
}

impl<'a> Wanted<'a> {
    /// The address of a share's first playlist, as a path.
    pub(crate) fn address(share: Uuid, cut: Cut) -> String {
        let cut = match cut {
            Cut::Whole => "whole".to_owned(),
            Cut::Clip(from, to) => format!("{from}-{to}"),
            Cut::Tampered => "tampered".to_owned(),
        };
        format!("/shares/{share}/{cut}/master.m3u8")
    }

    /// Reads a path back.
    pub(crate) fn read(path: &'a str) -> Option<Self> {
        let mut parts = path.strip_prefix("/shares/")?.splitn(3, '/');
        let share = Uuid::parse_str(parts.next()?).ok()?;
        let cut = match parts.next()? {
            "whole" => Cut::Whole,
            "tampered" => Cut::Tampered,
            clip => {
                let (from, to) = clip.split_once('-')?;
                Cut::Clip(from.parse().ok()?, to.parse().ok()?)
            }
        };
        let path = parts.next()?;
        Some(Self { share, cut, path })
    }
}

/// The text of a playlist; none where nothing can be signed.
pub(crate) fn playlist(client: &mut Client, wanted: &Wanted<'_>) -> Result<Option<String>> {
    let clip = match wanted.cut {
        Cut::Clip(from, to) => Some((from, to)),
        Cut::Whole | Cut::Tampered => None,
    };
    let row = client.query_one(
        "select playlist from share.share_playlist($1, $2, clip_start => $3::int, clip_end => $4::int)",
        &[
            &wanted.share,
            &wanted.path,
            &clip.map(|(from, _)| from),
            &clip.map(|(_, to)| to),
        ],
    )?;
    let text: Option<String> = row.get(0);
    Ok(text.map(|text| match wanted.cut {
        Cut::Tampered => changed_after(&text, SIGNATURE),
        Cut::Whole | Cut::Clip(..) => text,
    }))
}
