//! Real players, and what they tell of one run.

use std::fmt;
use std::process::Command;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use share_tests::{Error, Place, Result};

use crate::program::{Ended, run};

/// How much quicker than it was taken a film is played.
const RATE: u32 = 4;

/// A player, with no option and no code of a page's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Player {
    HlsJs,
    VideoJs,
    /// Chromium's own.
    Native,
    Ffmpeg,
}

/// Where the page stands that a player is part of, as seen from the media.
#[derive(Clone, Copy)]
pub(crate) enum Site {
    /// On the media's host.
    Same,
    /// On a host of another registrable domain.
    Other,
}

/// What one run has shown.
pub(crate) struct Run {
    /// How many pictures were decoded.
    pub(crate) frames: u64,
    /// Where it stood in the end.
    pub(crate) seconds: f64,
    /// How long the player takes the stream to be; of ffmpeg where it stood.
    pub(crate) duration: f64,
    /// Whether the browser itself read the playlist.
    pub(crate) native: bool,
    /// What the player complained about.
    pub(crate) error: Option<String>,
    /// The status and the URL of each answer; of ffmpeg only what it was refused.
    pub(crate) answers: Vec<(u16, String)>,
    /// The subtitles that were shown, in their order.
    pub(crate) subtitles: Vec<String>,
}

impl Player {
    /// Every player on each site that makes a difference to it.
    pub(crate) const EVERYWHERE: [(Self, Site); 7] = [
        (Self::HlsJs, Site::Same),
        (Self::HlsJs, Site::Other),
        (Self::VideoJs, Site::Same),
        (Self::VideoJs, Site::Other),
        (Self::Native, Site::Same),
        (Self::Native, Site::Other),
        (Self::Ffmpeg, Site::Same),
    ];

    /// Every player once.
    pub(crate) const EACH: [(Self, Site); 4] = [
        (Self::HlsJs, Site::Other),
        (Self::VideoJs, Site::Other),
        (Self::Native, Site::Other),
        (Self::Ffmpeg, Site::Same),
    ];

    /// Plays a stream, in a page of the server at `port`; an address without a host is a playlist of that server, whose
    /// segments are elsewhere.
    pub(crate) fn play(self, site: Site, port: u16, stream: &str) -> Result<Run> {
        let server = format!("http://{}:{port}", site.host());
        let own = stream.starts_with('/');
        if self == Self::Ffmpeg {
            let server = if own { &*server } else { "" };
            return by_ffmpeg(&format!("{server}{stream}"));
        }
        by_browser(&format!(
            "{server}/play?player={self}&rate={RATE}{}&src={}",
            if own { "&crossorigin=anonymous" } else { "" },
            utf8_percent_encode(stream, NON_ALPHANUMERIC)
        ))
    }

    /// Plays a stream in a browser, on the media's host, with subtitles from the page's own server.
    pub(crate) fn play_with_subtitles(
        self,
        port: u16,
        stream: &str,
        subtitles: &str,
    ) -> Result<Run> {
        by_browser(&format!(
            "http://{}:{port}/play?player={self}&rate={RATE}&subtitles={}&src={}",
            Site::Same.host(),
            utf8_percent_encode(subtitles, NON_ALPHANUMERIC),
            utf8_percent_encode(stream, NON_ALPHANUMERIC)
        ))
    }
}

impl Site {
    /// The host of a page; the media is at 127.0.0.1, which is a site of its own.
    fn host(self) -> &'static str {
        match self {
            Self::Same => "127.0.0.1",
            Self::Other => "page.test",
        }
    }
}

fn by_browser(page: &str) -> Result<Run> {
    let folder = Place::get()?.folder_of_process("player")?;
    let mut command = Command::new("node");
    command
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/e2e/play.mjs"))
        .arg(page)
        .current_dir(Place::target().join("e2e"))
        // All that the browser keeps goes away with the folder.
        .env("HOME", &folder)
        .env("TMPDIR", &folder)
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_CACHE_HOME");
    let ended = run(&mut command)?;
    let seen: Value = serde_json::from_str(&ended.output)
        .map_err(|came| Error::new(format!("play.mjs: {came}\n{}{}", ended.output, ended.said)))?;
    let number = |name: &str| seen[name].as_f64().unwrap_or_default();
    let answer = |answer: &Value| {
        let status = answer["status"].as_u64()?.try_into().ok()?;
        Some((status, answer["url"].as_str()?.to_owned()))
    };
    Ok(Run {
        frames: seen["frames"].as_u64().unwrap_or_default(),
        seconds: number("seconds"),
        duration: number("duration"),
        // What a script has put together plays from a URL of its own.
        native: !seen["source"]
            .as_str()
            .unwrap_or_default()
            .starts_with("blob:"),
        error: seen["error"].as_str().map(str::to_owned),
        answers: seen["answers"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(answer)
            .collect(),
        subtitles: seen["subtitles"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|shown| shown.as_str().map(str::to_owned))
            .collect(),
    })
}

/// Decodes each picture and sound, as fast as it goes.
fn by_ffmpeg(stream: &str) -> Result<Run> {
    let mut command = Command::new("ffmpeg");
    command
        .args(["-nostdin", "-nostats", "-loglevel", "warning"])
        .args(["-i", stream, "-map", "0:v:0", "-map", "0:a:0"])
        .args(["-progress", "pipe:1", "-f", "null", "-"]);
    let Ended {
        output,
        said,
        success,
    } = run(&mut command)?;
    let last = |name: &str| {
        let value = output
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(name));
        value.and_then(|value| value.parse::<u32>().ok())
    };
    let seconds = f64::from(last("out_time_us=").unwrap_or_default()) / 1e6;
    let refused = said.lines().filter(|line| line.contains("403 Forbidden"));
    Ok(Run {
        frames: last("frame=").unwrap_or_default().into(),
        seconds,
        duration: seconds,
        native: false,
        error: (!success).then(|| said.clone()),
        answers: refused.map(|line| (403, line.to_owned())).collect(),
        subtitles: Vec::new(),
    })
}

impl fmt::Display for Player {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::HlsJs => "hls.js",
            Self::VideoJs => "Video.js",
            Self::Native => "native",
            Self::Ffmpeg => "ffmpeg",
        })
    }
}

impl fmt::Display for Site {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Same => "same",
            Self::Other => "other",
        })
    }
}
