//! What is done to comments: the dialogs and the question before it.

use super::row::Row;
use crate::call::Call;
use crate::media_time;
use crate::question::Question;
use crate::screen::dialog::{Dialog, Field, filled};
use crate::text::fit;
use crate::widget::figure::counted;

const CONTENT: &str = "what is said, up to 10,000 characters";
const AT: &str =
    "where in the file it begins: 83.5, 1:23.5 or 1:02:03; empty: about the whole file";
const LENGTH: &str = "how long what it is about lasts: 8 or 1:30; empty: a moment";
const WHOSE: &str =
    "public: who comes through a share with comments sees it too; internal: members alone";

/// The words for who sees a comment, each behind what the server takes.
fn whose(is_public: bool) -> Field {
    let values = [("true", "public"), ("false", "internal")];
    let values = values.map(|(value, words)| (value.to_owned(), words.to_owned()));
    let value = if is_public { "true" } else { "false" };
    Field::choice("is_public", values.to_vec(), value, WHOSE)
}

/// The time that is filled in at a field, as the server reads it.
fn time(fields: &[Field], name: &str) -> Result<Option<String>, (usize, String)> {
    let place = fields.iter().position(|field| field.name == name);
    match filled(fields, name) {
        Some(text) => media_time::parse(text.trim())
            .map(Some)
            .map_err(|said| (place.unwrap_or(0), said)),
        None => Ok(None),
    }
}

fn content(fields: &[Field]) -> Result<&str, (usize, String)> {
    let text = filled(fields, "content").filter(|text| !text.trim().is_empty());
    text.ok_or((0, "write what is to be said".to_owned()))
}

/// The dialog for a comment on a file, perhaps at a second of it.
pub(super) fn addition(file: &str, near: Option<&str>) -> Dialog {
    let at = near.and_then(|near| near.parse().ok());
    let at = at.map(media_time::exact).unwrap_or_default();
    let fields = vec![
        Field::text("content", "", CONTENT),
        Field::text("at_seconds", at, AT),
        Field::text("duration_seconds", "", LENGTH),
        whose(true),
    ];
    let file = file.to_owned();
    Dialog::new("comment", fields, "the comment is there", move |fields| {
        let call = Call::write("comment_add")
            .with("file_id", &file)
            .with("content", content(fields)?)
            .maybe("at_seconds", time(fields, "at_seconds")?)
            .maybe("duration_seconds", time(fields, "duration_seconds")?);
        Ok(call.maybe("is_public", filled(fields, "is_public")))
    })
}

/// The dialog for a reply to a comment.
pub(super) fn reply(file: &str, to: &Row) -> Dialog {
    let fields = vec![Field::text("content", "", CONTENT), whose(to.is_public)];
    let (file, id) = (file.to_owned(), to.id.clone());
    let title = format!("reply to {}", to.who());
    Dialog::new(title, fields, "the reply is there", move |fields| {
        let call = Call::write("comment_reply")
            .with("file_id", &file)
            .with("comment_id", &id)
            .with("content", content(fields)?);
        Ok(call.maybe("is_public", filled(fields, "is_public")))
    })
}

/// The dialog for a change: of others' comments only who sees them can be changed.
pub(super) fn change(file: &str, comment: &Row) -> Dialog {
    let mut fields = Vec::new();
    if comment.is_own {
        let text = comment.content.clone().unwrap_or_default();
        fields.push(Field::text("content", text, CONTENT));
        if comment.is_first() {
            let said = |seconds: Option<f64>| seconds.map(media_time::exact).unwrap_or_default();
            fields.push(Field::text("at_seconds", said(comment.at_seconds), AT));
            let length = said(comment.duration_seconds);
            fields.push(Field::text("duration_seconds", length, LENGTH));
        }
    }
    fields.push(whose(comment.is_public));
    let (file, id) = (file.to_owned(), comment.id.clone());
    let title = format!("edit the comment of {}", comment.who());
    Dialog::new(title, fields, "the comment is changed", move |fields| {
        let changed = |name: &str| {
            let field = fields.iter().find(|field| field.name == name);
            field.is_some_and(Field::is_changed)
        };
        let mut call = Call::write("comment_update")
            .with("file_id", &file)
            .with("comment_id", &id);
        let before = call.arguments().len();
        if changed("content") {
            call = call.with("content", content(fields)?);
        }
        for name in ["at_seconds", "duration_seconds"] {
            if changed(name) {
                // What is emptied is taken away, which the server knows by this number.
                let seconds = time(fields, name)?.unwrap_or_else(|| "-1".to_owned());
                call = call.with(name, seconds);
            }
        }
        if changed("is_public") {
            call = call.maybe("is_public", filled(fields, "is_public"));
        }
        if call.arguments().len() == before {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(call)
    })
}

/// The question before a comment is deleted.
pub(super) fn deletion(comment: &Row) -> Question {
    let at = comment.place().map(|place| format!(" at {place}"));
    let what = if comment.is_first() {
        "comment"
    } else {
        "reply"
    };
    let words = format!(
        "Delete the {what} of {}{}?",
        comment.who(),
        at.unwrap_or_default()
    );
    let text = comment.content.as_deref().unwrap_or_default();
    let question = Question::new("delete", words)
        .effect(fit(text, 200).trim_end())
        .effect("Its text, its history and what hangs on it are gone. This cannot be undone.");
    match comment.reply_count.filter(|_| comment.is_first()) {
        None | Some(0) => question,
        Some(many) => {
            let replies = counted(many, "reply", "replies");
            let stay = if many == 1 { "stays" } else { "stay" };
            question.effect(format!("{replies} below it {stay}."))
        }
    }
}
