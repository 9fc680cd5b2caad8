//! How comments are written to a file: in which form, at which rate of frames, and where to.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Deserialize;

use crate::call::Call;
use crate::desk::{Effect, Tone};
use crate::screen::dialog::{Dialog, Field, filled};
use crate::text::is_harmful;

/// The forms, each with the ending of its files.
const TYPES: [(&str, &str); 8] = [
    ("csv", "csv"),
    ("json", "json"),
    ("txt", "txt"),
    ("vtt", "vtt"),
    ("srt", "srt"),
    ("markdown", "md"),
    ("edl", "edl"),
    ("fcpxml", "fcpxml"),
];

/// Forms that have times and no time codes.
const WITHOUT_FRAMES: [&str; 2] = ["vtt", "srt"];

const RATES: [&str; 10] = [
    "23.976", "24", "25", "29.97", "29.97df", "30", "50", "59.94", "59.94df", "60",
];

/// So many letters of the file's name are taken over.
const LONGEST: usize = 100;

/// What the server has written.
#[derive(Debug, Deserialize)]
struct Document {
    body: String,
}

/// The name of a file in which the comments on a file of this path are.
fn name(path: &str, ending: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let stem: String = stem
        .chars()
        .map(|letter| match letter {
            '\\' => '_',
            letter if letter.is_whitespace() || is_harmful(letter) => '_',
            letter => letter,
        })
        .take(LONGEST)
        .collect();
    format!("{stem}.comments.{ending}")
}

/// The fields that a form asks for, with a name that suits it unless another was written.
fn shape(fields: &mut Vec<Field>, path: &str) {
    let kind = filled(fields, "type").unwrap_or_default().to_owned();
    let wanted = !WITHOUT_FRAMES.contains(&kind.as_str());
    let has = fields.iter().any(|field| field.name == "frame_rate");
    if wanted && !has {
        let rates = RATES.map(|rate| (rate.to_owned(), rate.to_owned()));
        let mut values = vec![(String::new(), "the file's, or else 25".to_owned())];
        values.extend(rates);
        let rate = "frames a second, for the time codes; df: those that drop numbers";
        let start =
            "time code of the first frame: 01:00:00:00; empty: the file's, or else 00:00:00:00";
        fields.insert(2, Field::choice("frame_rate", values, "", rate));
        fields.insert(3, Field::text("start_timecode", "", start));
    } else if !wanted {
        fields.retain(|field| !["frame_rate", "start_timecode"].contains(&field.name.as_str()));
    }
    let file = fields.iter_mut().find(|field| field.name == "file");
    let ending = TYPES.iter().find(|(known, _)| *known == kind);
    if let (Some(file), Some((_, ending))) = (file, ending)
        && TYPES
            .iter()
            .any(|(_, known)| name(path, known) == file.value())
    {
        file.fill(&name(path, ending));
    }
}

/// The dialog for the comments on a file.
pub(super) fn dialog(file: &str, path: &str) -> Dialog {
    let types = TYPES.map(|(kind, _)| kind);
    let parts = [("false", "all"), ("true", "public ones alone")];
    let parts = parts.map(|(value, words)| (value.to_owned(), words.to_owned()));
    let about = "csv, json, txt, markdown: all; vtt, srt, edl (CMX 3600), fcpxml (Final Cut Pro): those with a time";
    let fields = vec![
        Field::words("type", &types, "csv", about),
        Field::choice("public_only", parts.to_vec(), "false", "which comments"),
        Field::text(
            "file",
            name(path, "csv"),
            "where to; a file of that name is replaced",
        ),
    ];
    let (file, path) = (file.to_owned(), path.to_owned());
    // Known when it is asked for, and used when the answer is there.
    let target = Rc::new(RefCell::new(String::new()));
    let written = Rc::clone(&target);
    let send = move |fields: &[Field]| {
        let place = fields.len().saturating_sub(1);
        let to = filled(fields, "file").ok_or((place, "the file needs a name".to_owned()))?;
        to.clone_into(&mut target.borrow_mut());
        Ok(Call::read("comment_export")
            .with("file_id", &file)
            .maybe("type", filled(fields, "type"))
            .maybe("frame_rate", filled(fields, "frame_rate"))
            .maybe("start_timecode", filled(fields, "start_timecode"))
            .maybe("public_only", filled(fields, "public_only")))
    };
    Dialog::new("export the comments", fields, "", send)
        .then(move |reply, desk| {
            let document = reply.rows::<Document>().map(|mut rows| rows.pop());
            match document {
                Ok(Some(document)) => {
                    desk.perform(Effect::Write {
                        file: written.borrow().clone().into(),
                        text: document.body,
                    });
                    desk.back();
                }
                Ok(None) => desk.say(Tone::Problem, "the server has written nothing"),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        })
        .reshaped(move |fields| shape(fields, &path))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_file_is_named_after_what_the_comments_are_on_and_stays_in_its_folder() {
        assert_eq!("home.cut.comments.edl", name("/films/home.cut.mp4", "edl"));
        assert_eq!("the_way.comments.md", name("the way", "md"));
        assert_eq!(".comments.csv", name("/films/", "csv"));
        assert_eq!("a__b.comments.csv", name("/x/a\u{1b}\u{202e}b.mp4", "csv"));
    }
}
