//! A URL of a delivery, signed step by step to try it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use super::{Details, form};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Effect, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::screen::dialog::{Dialog, Field, filled};
use crate::screen::{Entry, Event, Screen};
use crate::text::{clean, width};
use crate::widget::page::Page;
use crate::widget::wrap::wrap;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "test",
    words: "a test URL step by step",
    contexts: &[Context::Test, Context::List, Context::Everywhere],
    open: None,
};

/// A step of signing.
#[derive(Debug, Deserialize)]
struct Step {
    step: String,
    value: Option<String>,
}

/// The steps of a test URL.
struct Steps {
    delivery: String,
    all: Vec<Step>,
    page: Page,
}

/// The dialog for a test URL of a delivery.
pub(super) fn dialog(delivery: &Details, scheme: Option<&form::Scheme>) -> Dialog {
    let known = ["stream", "download", "preview", "upload"];
    let uses: Vec<&str> = match scheme {
        Some(scheme) => scheme.uses.iter().map(String::as_str).collect(),
        None => known.to_vec(),
    };
    let first = delivery.uses.first().map_or("stream", String::as_str);
    let binds =
        |what: &str| scheme.is_none_or(|scheme| scheme.binds.iter().any(|bound| bound == what));
    let mut fields = vec![
        Field::text(
            "path",
            "",
            "path of an origin below the base URL, as film/master.m3u8",
        ),
        Field::words("action", &uses, first, "what the URL is for"),
        Field::words(
            "public",
            &["false", "true"],
            "false",
            "whether as of a public share",
        ),
    ];
    if binds("file_name") {
        fields.push(Field::text(
            "file_name",
            "",
            "under which a download is stored; may be empty",
        ));
    }
    if binds("content_type") {
        fields.push(Field::text(
            "content_type",
            "",
            "MIME type of the answer; may be empty",
        ));
    }
    if binds("address") {
        fields.push(Field::text(
            "client_address",
            "",
            "the visitor's address; may be empty",
        ));
    }
    let (account, name) = (delivery.account_id.clone(), delivery.name.clone());
    let of = name.clone();
    Dialog::new(format!("test delivery {name}"), fields, "", move |fields| {
        let path = filled(fields, "path").ok_or((0, "give the path of an object".to_owned()))?;
        Ok(Call::read("delivery_test")
            .with("account_id", &account)
            .with("name", &name)
            .with("path", path)
            .maybe("action", filled(fields, "action"))
            .maybe("public", filled(fields, "public"))
            .maybe("file_name", filled(fields, "file_name"))
            .maybe("content_type", filled(fields, "content_type"))
            .maybe("client_address", filled(fields, "client_address")))
    })
    .then(move |reply, desk| match reply.rows() {
        Ok(steps) => desk.replace(Box::new(Steps {
            delivery: of.clone(),
            all: steps,
            page: Page::default(),
        })),
        Err(problem) => desk.say(Tone::Problem, problem.to_string()),
    })
}

/// A line in pieces of so many cells, with every space that it has.
fn pieces(line: &str, cells: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    for part in clean(line).graphemes(true) {
        let wide = width(part);
        if taken > 0 && taken + wide > cells {
            pieces.push(String::new());
            taken = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(part);
        }
        taken += wide;
    }
    pieces
}

impl Steps {
    fn url(&self) -> Option<&String> {
        let last = self.all.iter().rev().find(|step| step.step == "url");
        last?.value.as_ref()
    }
}

impl Screen for Steps {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("test URL of {}", self.delivery)
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort | Action::Open | Action::Refresh => false,
            Action::Copy => self.url().is_some(),
            _ => true,
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Action(Action::Copy) => {
                if let Some(url) = self.url() {
                    desk.perform(Effect::Copy(url.clone()));
                }
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                self.page.act(action);
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let cells = usize::from(area.width.saturating_sub(5));
        let mut lines = Vec::new();
        for (place, step) in self.all.iter().enumerate() {
            let name = wrap(&format!("{:>2} {}", place + 1, step.step), cells + 5);
            lines.extend(
                name.into_iter()
                    .map(|line| Line::styled(line, look.heading())),
            );
            // Line breaks count in what is signed: a line that only had no room goes on without a bar.
            let value = step.value.as_deref().unwrap_or("(nothing)");
            for line in value.split('\n') {
                for (place, part) in pieces(line, cells).into_iter().enumerate() {
                    let bar = if place == 0 { '|' } else { ' ' };
                    lines.push(Line::from(format!("   {bar} {part}")));
                }
            }
        }
        self.page.view(lines, frame, area, look);
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn nothing_is_lost_where_a_line_has_no_room() {
        assert_eq!(vec!["GET  /", "a b "], pieces("GET  /a b ", 6));
        assert_eq!(vec!["日本", "語"], pieces("日本語", 5));
        assert_eq!(vec![""], pieces("", 5));
    }
}
