//! Comments as the server gives them, and the screen that shows them.

use serde_json::{Value, json};
use share_tui::screen::comments::Comments;

use crate::play::Play;

pub(crate) const FILE: &str = "00000000-0000-7000-8000-0000000000f0";

pub(crate) fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

pub(crate) fn comment(n: usize, at: Option<f64>, who: &str, text: &str) -> Value {
    json!({
        "id": id(n), "account_id": id(90), "file_id": FILE, "thread_id": id(n), "parent_id": null, "content": text,
        "at_seconds": at, "duration_seconds": null, "is_public": true, "anchor": null, "annotation": null, "url": null,
        "author_kind": "user", "author": who, "author_name": who, "is_own": false, "share_id": null, "reply_count": 0,
        "mentions": [], "reactions": [], "attachments": [], "resolved_at": null, "resolved_by": null, "resolved_by_name": null,
        "edited_at": null, "copied_from": null, "created_at": "2026-03-01T10:00:00+00:00", "updated_at": "2026-03-01T10:00:00+00:00",
        "deleted_at": null,
    })
}

pub(crate) fn reply(n: usize, to: usize, who: &str, text: &str) -> Value {
    let mut reply = comment(n, None, who, text);
    reply["thread_id"] = json!(id(to));
    reply["parent_id"] = json!(id(to));
    reply["created_at"] = json!("2026-03-01T11:30:00+00:00");
    reply
}

/// A thread that is open, one that is resolved, and one that is gone but for its replies.
pub(crate) fn threads() -> Value {
    let mut first = comment(
        1,
        Some(83.5),
        "Ada Lovelace",
        "The cut comes too early: hold the wide shot two more seconds, until the door has closed behind her and the light is out.\nSee the sheet.",
    );
    first["duration_seconds"] = json!(8);
    first["reply_count"] = json!(5);
    first["is_own"] = json!(true);
    first["edited_at"] = json!("2026-03-01T10:30:00+00:00");
    first["attachments"] =
        json!([{"id": id(70), "name": "sheet.pdf", "mime_type": "application/pdf", "size": 4096}]);
    let reaction = |n: usize, what: &str| json!({"id": id(n), "reaction": what, "author_kind": "user", "author": "bob", "author_name": "Bob", "is_own": false});
    first["reactions"] = json!([
        reaction(71, "agreed"),
        reaction(72, "+1"),
        reaction(73, "agreed")
    ]);
    let mut internal = reply(2, 1, "Bob", "Twelve frames are all that the music leaves.");
    internal["is_public"] = json!(false);
    let mut resolved = comment(4, None, "Eve, a guest", "映画の色はとても良い。");
    resolved["author_kind"] = json!("guest");
    resolved["resolved_at"] = json!("2026-03-01T11:00:00+00:00");
    resolved["resolved_by_name"] = json!("Olga");
    let mut gone = comment(5, Some(3723.25), "", "");
    gone["content"] = Value::Null;
    gone["author_name"] = Value::Null;
    gone["deleted_at"] = json!("2026-03-01T11:00:00+00:00");
    gone["reply_count"] = json!(1);
    json!([
        first,
        internal,
        reply(3, 1, "Ada Lovelace", "Then twelve."),
        resolved,
        gone,
        reply(6, 5, "Bob", "Is this still so?")
    ])
}

pub(crate) fn thread() -> Value {
    let all = threads();
    let mut rows: Vec<Value> = all.as_array().unwrap()[..3].to_vec();
    rows.push(reply(7, 1, "Olga", "Done in cut 12."));
    Value::Array(rows)
}

pub(crate) fn play() -> Play {
    Play::new().answer("comment_list", threads())
}

pub(crate) fn comments() -> Box<Comments> {
    Box::new(Comments::new(
        FILE.to_owned(),
        "/films/the long way home.mp4".to_owned(),
    ))
}

/// The calls of a function so far.
pub(crate) fn many(play: &Play, function: &str) -> usize {
    let asked = play.asked.iter();
    asked.filter(|call| call.function() == function).count()
}
