//! What nginx answers, as the text that a step of the proof is held against: the status, and what is wrong beside it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use share_tests::{Error, Response, Result, get};

use crate::playlist::uris;

/// The status of an address.
pub(crate) fn status(address: &str) -> Result<String> {
    Ok(get(address)?.status.to_string())
}

/// The status of several addresses, or the first that is not the expected one.
pub(crate) fn all(expected: u16, addresses: &[String]) -> Result<String> {
    judge_all(expected, addresses, |_| None)
}

/// The page of a share with all that it loads: its style, its script and its data.
pub(crate) fn page(address: &str, may_show: bool) -> Result<String> {
    let common = |name: &str| {
        address.rfind('/').map_or(String::new(), |slash| {
            format!("{}{name}", &address[..=slash])
        })
    };
    let data = format!("{address}/share.json");
    let shown = get(&data)?.text().contains("_url");
    if shown != may_show {
        return Ok(format!(
            "200 and data that {}",
            if shown {
                "opens a private share"
            } else {
                "shows nothing"
            }
        ));
    }
    all(
        200,
        &[
            address.to_owned(),
            common("page.css"),
            common("page.js"),
            data,
        ],
    )
}

/// The playlist that a stream begins with.
pub(crate) fn playlist(address: &str) -> Result<String> {
    judge_all(200, &[address.to_owned()], not_a_playlist)
}

/// The playlists that the first one names.
pub(crate) fn child_playlists(address: &str) -> Result<String> {
    judge_all(200, &children(address)?, not_a_playlist)
}

/// The media segments that the child playlists name.
pub(crate) fn media_segments(address: &str) -> Result<String> {
    let mut segments = Vec::new();
    for child in children(address)? {
        segments.extend(uris(&child, &get(&child)?.text()));
    }
    // ISO/IEC 13818-1: each packet of a transport stream begins with this byte.
    judge_all(200, &segments, |response| {
        (response.body.first() != Some(&0x47)).then_some("no transport stream")
    })
}

/// A download: its bytes are those of the stored file, and it says under which name (as RFC 8187 writes it) to save them.
pub(crate) fn download(address: &str, name: &str, stored: &Path) -> Result<String> {
    let bytes = fs::read(stored)?;
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    judge_all(200, &[address.to_owned()], |response| {
        if response.header("content-disposition") != Some(disposition.as_str()) {
            Some("another file name")
        } else if response.body != bytes {
            Some("other bytes than the file's")
        } else {
            None
        }
    })
}

/// The track of subtitles that the page of a share gives its player: `WebVTT` with some cues and without others.
pub(crate) fn track(page: &str, cues: &[&str], other_cues: &[&str]) -> Result<String> {
    let data = get(&format!("{page}/share.json"))?.text();
    let data: Value = serde_json::from_str(&data).map_err(|came| Error::new(came.to_string()))?;
    let Some(named) = data["subtitles"][0]["url"].as_str() else {
        return Ok("no track that the page names".to_owned());
    };
    judge_all(200, &[named.to_owned()], |response| {
        let text = response.text();
        if response.header("content-type") != Some("text/vtt") || !text.starts_with("WEBVTT\n") {
            Some("no WebVTT")
        } else if !cues.iter().all(|cue| text.contains(cue)) {
            Some("a cue missing")
        } else if other_cues.iter().any(|cue| text.contains(cue)) {
            Some("a cue of another part")
        } else {
            None
        }
    })
}

fn children(address: &str) -> Result<Vec<String>> {
    Ok(uris(address, &get(address)?.text()))
}

fn not_a_playlist(response: &Response) -> Option<&'static str> {
    (!response.text().starts_with("#EXTM3U")).then_some("no playlist")
}

/// Stops at the first answer that is not as expected, so that one line can speak for many addresses.
fn judge_all(
    expected: u16,
    addresses: &[String],
    wrong: impl Fn(&Response) -> Option<&'static str>,
) -> Result<String> {
    for address in addresses {
        let response = get(address)?;
        if response.status != expected {
            return Ok(format!("{} for {address}", response.status));
        }
        if let Some(wrong) = wrong(&response) {
            return Ok(format!("{} with {wrong} for {address}", response.status));
        }
    }
    Ok(if addresses.is_empty() {
        "nothing to ask for".to_owned()
    } else {
        expected.to_string()
    })
}
