//! Answers of the server about shares.

use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::screen::share::Share;

use crate::play::Play;

/// The share of most tests.
pub(crate) const ID: &str = "019c0000-0000-7000-8000-000000000001";

/// What `share_full_json` tells of it.
pub(crate) fn full() -> Value {
    let share = json!({
        "id": ID, "account_id": "019c0000-0000-7000-8000-0000000000aa", "owner_id": "ada", "title": "Spring \u{202E}film\u{1b}[2J 春の映画",
        "description": "Second cut.\nNot final.", "visibility": "private", "link_preview": "none", "status": "completed", "state": "active",
        "created_at": "2026-02-20T09:30:00+00:00", "updated_at": "2026-03-01T11:00:00+00:00", "starts_at": null, "expires_at": "2026-03-04T12:00:00+00:00",
        "ended_at": null, "exhausted_at": null, "disabled_at": null, "revoked_at": null, "revoked_reason": null,
        "share_url": "https://app.example.com/share/spring", "stream_url": "https://cdn.example.com/e1/films/spring.m3u8?sig=abc",
        "stream_expires_at": "2026-03-01T14:00:00+00:00", "stream_cookie": null, "media_download_url": null, "media_download_expires_at": null,
        "preview_url": "https://cdn.example.com/e1/films/spring.jpg", "preview_expires_at": null,
        "permissions": ["download", "view"], "has_password": true, "recipients_only": false, "prove_email": true, "email_domains": ["example.com"],
        "restrictions": {"countries": ["DE", "AT"], "bind_address": true}, "terms": "Be kind.", "terms_version": "v3", "watermark": "ada", "slug": "spring",
    });
    let more = json!({
        "metadata": {"project": 7}, "caps": {"opens": {"maximum": 5, "used": 3}},
        "items": [], "recipients": [{"recipient_id": "019c0000-0000-7000-8000-0000000000e1", "email": "Eve@Example.com", "user_id": null, "name": null}],
        "locked": [{"address": "192.0.2.7", "failures": 5, "locked_until": "2026-03-01T12:10:00+00:00"}],
        "usage": [
            {"day": "2026-02-28", "opens": 2, "plays": 6, "downloads": 1, "refusals": 0, "unique_visits": 2, "bots": 1, "last_viewed": "2026-02-28T20:00:00+00:00"},
            {"day": "2026-03-01", "opens": 1, "plays": 1, "downloads": 0, "refusals": 4, "unique_visits": 1, "bots": 0, "last_viewed": "2026-03-01T10:00:00+00:00"}
        ],
        "file": {"id": "019c0000-0000-7000-8000-0000000000f1", "external_id": "f-1", "drive_id": "019c0000-0000-7000-8000-0000000000d1", "path": "/films/spring.mp4",
            "media_type": "video", "mime_type": "video/mp4", "bytes": 1_234_567_890, "duration_seconds": 3725.5},
        "segment": null,
    });
    with(share, &more)
}

/// The share with some fields in place of its own.
pub(crate) fn full_with(fields: &Value) -> Value {
    with(full(), fields)
}

fn with(mut share: Value, fields: &Value) -> Value {
    if let (Some(map), Some(fields)) = (share.as_object_mut(), fields.as_object()) {
        map.extend(fields.clone());
    }
    share
}

/// Rows of the list, so many.
pub(crate) fn rows(many: usize) -> Value {
    (0..many)
        .map(|n| {
            json!({
                "id": format!("00000000-0000-7000-8000-{n:012}"), "title": format!("Film {n}"), "state": "active", "visibility": "public",
                "created_at": "2026-02-28T09:30:00+00:00", "expires_at": null, "owner_id": "ada",
                "cursor_at": format!("2026-02-28T09:30:{:02}+00:00", n % 60), "cursor": format!("00000000-0000-7000-8000-{n:012}"), "seen": null,
            })
        })
        .collect()
}

/// A refusal with a detail and a constraint.
pub(crate) fn refusal(message: &str, detail: &str, constraint: Option<&str>) -> Problem {
    Problem {
        code: Some("22023".to_owned()),
        detail: Some(detail.to_owned()),
        constraint: constraint.map(str::to_owned),
        ..Problem::new(Kind::Invalid, message, None)
    }
}

/// A share that is shown.
pub(crate) fn opened(share: Value) -> Play {
    Play::new()
        .answer("share_full_json", share)
        .open(Box::new(Share::new(ID.to_owned())))
}
