//! A transcript as a file: the ending of its name says the form.

use serde::Deserialize;

use super::super::part::of_file;
use crate::db::problem::Problem;
use crate::desk::{Desk, Effect};
use crate::message::{Number, Reply};

/// The forms, by the endings of their files.
const FORMS: [&str; 4] = ["vtt", "srt", "txt", "json"];

/// What is said below the name while it is typed.
pub(super) const HINT: &str = "the ending says what is written: .vtt, .srt, .txt or .json";

/// An export that the server was asked for.
pub(super) struct Export {
    file: String,
    awaited: Number,
}

#[derive(Deserialize)]
struct Written {
    body: String,
}

impl Export {
    /// Asks for the transcript of a file in the form that a name ends with.
    pub(super) fn begin(id: &str, file: &str, desk: &mut Desk) -> Result<Self, String> {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending);
        let form = FORMS
            .into_iter()
            .find(|form| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(form)));
        let form = form.ok_or_else(|| format!("no such form: {HINT}"))?;
        Ok(Self {
            file: file.to_owned(),
            awaited: desk.ask(of_file("transcript_export", id).with("type", form)),
        })
    }

    /// Takes what was written and has it put into the file; none if the reply is of another call.
    pub(super) fn take(&self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited != reply.number {
            return None;
        }
        Some(reply.rows::<Written>().map(|rows| {
            for row in rows {
                desk.perform(Effect::Write {
                    file: self.file.clone().into(),
                    text: row.body,
                });
            }
        }))
    }
}

/// The name that is offered for the subtitles of a file on a path.
pub(super) fn name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .trim_start_matches('.');
    let stem = if stem.is_empty() { "transcript" } else { stem };
    format!("{stem}.vtt")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn subtitles_are_named_after_their_file() {
        assert_eq!(
            "the long way home.vtt",
            name("/films/the long way home.mp4")
        );
        assert_eq!("a.b.vtt", name("/a.b.mov"));
        assert_eq!("film.vtt", name("/film"));
        assert_eq!("transcript.vtt", name("/.."));
    }
}
