//! The images of the file: which there are, whose thumbnail it shows, and the faces that were found in it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use serde::Deserialize;

use super::faces::{FACES, Face};
use super::part::{Part, of_file};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Effect, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::media_time;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::screen::Entry;
use crate::screen::files::size;
use crate::text::fit;
use crate::widget::figure::counted;
use crate::widget::list::List;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file previews",
    words: "images of a file, and faces in it",
    contexts: &[
        Context::FilePreviews,
        Context::File,
        Context::List,
        Context::Everywhere,
    ],
    open: None,
};

/// An image.
#[derive(Debug, Deserialize)]
struct Preview {
    kind: String,
    at_seconds: Option<f64>,
    width: Option<u32>,
    height: Option<u32>,
    region_x: Option<u32>,
    region_y: Option<u32>,
    region_width: Option<u32>,
    region_height: Option<u32>,
    created_at: Moment,
    url: Option<String>,
    expires_at: Option<Moment>,
}

fn sides(width: Option<u32>, height: Option<u32>) -> Option<String> {
    Some(format!("{}x{}", width?, height?))
}

const PREVIEWS: &[Column<Preview>] = &[
    Column {
        title: "kind",
        cells: 14,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.kind),
    },
    Column {
        title: "at",
        cells: 10,
        grows: false,
        rank: 1,
        cell: |row, look| match row.at_seconds {
            Some(seconds) => Cell::plain(media_time::said(seconds)),
            None => Cell::new("all of it", look.muted()),
        },
    },
    Column {
        title: "image",
        cells: 11,
        grows: false,
        rank: 2,
        cell: |row, _| Cell::plain(sides(row.width, row.height).unwrap_or_default()),
    },
    Column {
        title: "region in it",
        cells: 17,
        grows: false,
        rank: 3,
        cell: |row, _| {
            let place = row.region_x.zip(row.region_y);
            let region = sides(row.region_width, row.region_height).zip(place);
            let said = region.map(|(sides, (x, y))| format!("{sides} at {x},{y}"));
            Cell::plain(said.unwrap_or_default())
        },
    },
    Column {
        title: "URL until",
        cells: 10,
        grows: false,
        rank: 4,
        cell: |row, look| match (&row.url, row.expires_at) {
            (None, _) => Cell::new("none", look.warning()),
            (Some(_), Some(until)) => Cell::plain(until.relative(look.now)),
            (Some(_), None) => Cell::plain("for ever"),
        },
    },
    Column {
        title: "put",
        cells: 16,
        grows: false,
        rank: 5,
        cell: |row, _| Cell::plain(row.created_at.absolute()),
    },
];

/// A stored object, as far as it may be a thumbnail.
#[derive(Debug, Deserialize)]
struct Stored {
    kind: String,
    path: String,
    bytes: Option<i64>,
    file_segment_id: Option<String>,
}

/// The part.
pub(super) struct Previews {
    id: String,
    images: Rows<Preview>,
    awaited: Option<Number>,
    is_read: bool,
    /// What is stored of the file itself; none until it is known.
    stored: Option<Vec<Stored>>,
    stored_awaited: Option<Number>,
    faces: List<Face>,
    shows_faces: bool,
    resetting: Option<Number>,
}

impl Previews {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            images: Rows::new(PREVIEWS),
            awaited: None,
            is_read: false,
            stored: None,
            stored_awaited: None,
            faces: List::new(&FACES),
            shows_faces: false,
            resetting: None,
        }
    }

    fn thumbnail(&self, kind: &str) -> Option<&Stored> {
        let stored = self.stored.iter().flatten();
        let mut of_file = stored.filter(|stored| stored.file_segment_id.is_none());
        of_file.find(|stored| stored.kind == kind)
    }

    /// Which thumbnail the file shows.
    fn words(&self) -> String {
        let custom = self.thumbnail("custom_thumbnail");
        let shown = custom.or_else(|| self.thumbnail("thumbnail"));
        let words = match (custom, shown) {
            (Some(_), _) => "custom",
            (None, Some(_)) => "the file's own",
            (None, None) if self.stored.is_some() => "none",
            (None, None) => "not known yet",
        };
        let about = shown.map(|shown| {
            let bytes = shown.bytes.map(|bytes| format!(", {}", size(bytes)));
            format!(" · {}{}", shown.path, bytes.unwrap_or_default())
        });
        let many = match self.images.rows.len() {
            0 => String::new(),
            many => format!(" · {}", counted(many as u64, "preview", "previews")),
        };
        format!("thumbnail: {words}{}{many}", about.unwrap_or_default())
    }

    fn read_faces(&mut self, desk: &mut Desk) {
        let call = of_file("face_list", &self.id);
        self.faces.refresh(call, desk);
    }
}

impl Part for Previews {
    fn read(&mut self, desk: &mut Desk) {
        self.stored_awaited = Some(desk.ask(of_file("origin_list", &self.id)));
        if self.shows_faces {
            self.read_faces(desk);
        } else {
            self.awaited = Some(desk.ask(of_file("preview_list", &self.id)));
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        let number = Some(reply.number);
        if self.awaited == number {
            self.awaited = None;
            return Some(reply.rows().map(|rows| {
                self.images.put(rows);
                self.is_read = true;
            }));
        }
        if self.stored_awaited == number {
            self.stored_awaited = None;
            return Some(reply.rows().map(|rows| self.stored = Some(rows)));
        }
        if self.resetting != number {
            return self.faces.take(reply);
        }
        self.resetting = None;
        Some(reply.rows::<bool>().map(|was| {
            let words = if was.contains(&true) {
                "the file's own thumbnail shows again"
            } else {
                "there was no custom thumbnail"
            };
            desk.say(Tone::Done, words);
            self.read(desk);
        }))
    }

    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn leave(&mut self) -> bool {
        std::mem::take(&mut self.shows_faces)
    }

    fn is_reading(&self) -> bool {
        self.resetting.is_some()
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Faces => true,
            Action::ResetThumbnail => self.thumbnail("custom_thumbnail").is_some(),
            Action::Copy => {
                let selected = self.images.selected();
                !self.shows_faces && selected.is_some_and(|preview| preview.url.is_some())
            }
            _ => false,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Faces => {
                self.shows_faces = !self.shows_faces;
                self.read(desk);
            }
            Action::ResetThumbnail => {
                let question =
                    Question::new("reset-thumbnail", "Reset the thumbnail of this file?").effect(
                        "The custom one goes; the file's own shows again, if there is one.",
                    );
                desk.put(question);
            }
            Action::Copy => {
                let selected = self.images.selected();
                if let Some(url) = selected.and_then(|preview| preview.url.clone()) {
                    desk.perform(Effect::Copy(url));
                }
            }
            action if self.shows_faces => {
                let call = of_file("face_list", &self.id);
                self.faces.act(action, || call, desk);
            }
            action => {
                self.images.act(action);
            }
        }
    }

    fn agreed(&mut self, tag: &str, desk: &mut Desk) {
        if tag == "reset-thumbnail" {
            let call = Call::write("thumbnail_reset").with("file_id", &self.id);
            self.resetting = Some(desk.ask(call));
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [head, rows] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        let words = fit(&self.words(), usize::from(head.width));
        frame.render_widget(Line::styled(words, look.muted()), head);
        if self.shows_faces {
            self.faces.view(frame, rows, look);
            return;
        }
        let nothing = match (self.is_read, self.awaited) {
            (true, _) => "no previews",
            (false, Some(_)) => "reading…",
            (false, None) => "not read",
        };
        self.images.view(frame, rows, nothing, look);
    }
}
