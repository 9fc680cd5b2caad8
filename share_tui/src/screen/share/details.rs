//! Everything that is known of a share, as `share_full_json` tells it, and what its state means.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use crate::moment::Moment;

/// A share.
#[derive(Debug, Deserialize)]
pub(super) struct Details {
    pub(super) account_id: Option<String>,
    pub(super) owner_id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) visibility: String,
    pub(super) link_preview: Option<String>,
    pub(super) status: Option<String>,
    pub(super) state: String,
    pub(super) created_at: Option<Moment>,
    pub(super) updated_at: Option<Moment>,
    pub(super) starts_at: Option<Moment>,
    pub(super) expires_at: Option<Moment>,
    pub(super) ended_at: Option<Moment>,
    pub(super) exhausted_at: Option<Moment>,
    pub(super) disabled_at: Option<Moment>,
    pub(super) revoked_at: Option<Moment>,
    pub(super) revoked_reason: Option<String>,
    pub(super) share_url: Option<String>,
    pub(super) stream_url: Option<String>,
    pub(super) stream_expires_at: Option<Moment>,
    pub(super) stream_cookie: Option<String>,
    pub(super) media_download_url: Option<String>,
    pub(super) media_download_expires_at: Option<Moment>,
    pub(super) preview_url: Option<String>,
    pub(super) preview_expires_at: Option<Moment>,
    pub(super) permissions: Option<Vec<String>>,
    pub(super) has_password: Option<bool>,
    pub(super) recipients_only: Option<bool>,
    pub(super) prove_email: Option<bool>,
    pub(super) email_domains: Option<Vec<String>>,
    pub(super) restrictions: Option<BTreeMap<String, serde_json::Value>>,
    pub(super) terms_version: Option<String>,
    pub(super) watermark: Option<String>,
    pub(super) slug: Option<String>,
    pub(super) metadata: Option<serde_json::Value>,
    #[serde(default)]
    pub(super) caps: BTreeMap<String, Cap>,
    #[serde(default)]
    pub(super) locked: Vec<Lock>,
    #[serde(default)]
    pub(super) usage: Vec<Day>,
    pub(super) file: Option<File>,
    pub(super) segment: Option<Segment>,
}

/// A cap and how much of it is used.
#[derive(Debug, Deserialize)]
pub(super) struct Cap {
    pub(super) maximum: u64,
    pub(super) used: u64,
}

/// An address, or all, that gave too many wrong passwords.
#[derive(Debug, Deserialize)]
pub(super) struct Lock {
    pub(super) address: Option<String>,
    pub(super) failures: Option<u64>,
    pub(super) locked_until: Option<Moment>,
}

impl Lock {
    /// Who is locked out.
    pub(super) fn who(&self) -> &str {
        match self.address.as_deref() {
            Some("*") => "everybody",
            Some("") | None => "unknown addresses",
            Some(address) => address,
        }
    }
}

/// Figures of a day.
#[derive(Debug, Deserialize)]
pub(super) struct Day {
    #[serde(rename = "day")]
    pub(super) date: String,
    #[serde(default)]
    pub(super) opens: u64,
    #[serde(default)]
    pub(super) plays: u64,
    #[serde(default)]
    pub(super) downloads: u64,
    #[serde(default)]
    pub(super) refusals: u64,
    #[serde(default)]
    pub(super) bots: u64,
    pub(super) last_viewed: Option<Moment>,
}

/// The file that is shared.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub(super) id: String,
    pub(super) external_id: Option<String>,
    pub(super) drive_id: Option<String>,
    pub(super) path: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) mime_type: Option<String>,
    pub(super) bytes: Option<u64>,
    pub(super) duration_seconds: Option<f64>,
}

/// The part of it that is shared.
#[derive(Debug, Deserialize)]
pub(super) struct Segment {
    pub(super) id: String,
    pub(super) start_time: Option<f64>,
    pub(super) end_time: Option<f64>,
}

impl Details {
    /// What it is called in questions and notices.
    pub(super) fn name(&self, id: &str) -> String {
        let path = self.file.as_ref().and_then(|file| file.path.as_ref());
        match self.title.as_ref().or(path) {
            Some(name) => format!("\"{name}\" ({id})"),
            None => id.to_owned(),
        }
    }

    /// Why it is in its state.
    pub(super) fn why(&self, now: Timestamp) -> String {
        let at = |moment: Option<Moment>| {
            moment.map_or_else(String::new, |at| {
                format!(" {} ({} UTC)", at.relative(now), at.absolute())
            })
        };
        match self.state.as_str() {
            "revoked" => {
                let reason = self.revoked_reason.as_ref();
                let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
                format!("revoked{}{reason}", at(self.revoked_at))
            }
            "exhausted" => format!(
                "the last allowed opening was taken{}",
                at(self.exhausted_at)
            ),
            "expired" => {
                // Ended by hand, or by its date, whichever came first.
                let end = match (self.ended_at, self.expires_at) {
                    (Some(ended), Some(end)) => Some(ended.min(end)),
                    (ended, end) => ended.or(end),
                };
                format!("ended{}; a new end brings it back", at(end))
            }
            "disabled" => format!("switched off{}", at(self.disabled_at)),
            "scheduled" => format!("begins{}", at(self.starts_at)),
            "active" => match self.expires_at {
                Some(end) => format!("ends{}", at(Some(end))),
                None => "has no end".to_owned(),
            },
            _ => String::new(),
        }
    }

    /// Whether it has come to an end that only some of the ways out of it lead back from.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.state.as_str(), "revoked" | "deleted")
    }

    /// The end, as the API takes it.
    pub(super) fn end(&self) -> Option<String> {
        match self.expires_at? {
            Moment::At(at) => Some(at.to_string()),
            Moment::Never | Moment::Forever => None,
        }
    }
}

/// Seconds as hours, minutes and seconds.
pub(super) fn clock(seconds: f64) -> String {
    let text = format!("{:.0}", seconds.max(0.0));
    let whole: u64 = text.parse().unwrap_or(0);
    let (hours, minutes, seconds) = (whole / 3_600, whole / 60 % 60, whole % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Details, clock};

    #[test]
    fn each_state_says_why() {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        for (fields, why) in [
            (json!({"state": "active"}), "has no end"),
            (
                json!({"state": "active", "expires_at": "2026-03-04T12:00:00+00:00"}),
                "ends in 3 d (2026-03-04 12:00 UTC)",
            ),
            (
                json!({"state": "revoked", "revoked_at": "2026-03-01T10:00:00+00:00", "revoked_reason": "leaked"}),
                "revoked 2 h ago (2026-03-01 10:00 UTC): leaked",
            ),
            (
                json!({"state": "expired", "expires_at": "2026-04-01T00:00:00+00:00", "ended_at": "2026-03-01T11:59:00+00:00"}),
                "ended 1 min ago (2026-03-01 11:59 UTC); a new end brings it back",
            ),
            (
                json!({"state": "scheduled", "starts_at": "2026-03-02T12:00:00+00:00"}),
                "begins in 1 d (2026-03-02 12:00 UTC)",
            ),
        ] {
            let mut all = json!({"visibility": "public"});
            all.as_object_mut()
                .unwrap()
                .extend(fields.as_object().unwrap().clone());
            let details: Details = serde_json::from_value(all).unwrap();
            assert_eq!(why, details.why(now));
        }
    }

    #[test]
    fn lengths_read_as_a_clock() {
        for (seconds, said) in [(0.0, "0:00"), (61.4, "1:01"), (3_725.0, "1:02:05")] {
            assert_eq!(said, clock(seconds));
        }
    }
}
