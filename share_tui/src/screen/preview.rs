//! The preview picture of a share, got from where its signed URL leads.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;
use serde::Deserialize;

use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Effect};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Number;
use crate::picture::Picture;
use crate::text::clean;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "preview",
    words: "the preview picture of a share",
    contexts: &[Context::Everywhere],
    open: None,
};

#[derive(Debug, Deserialize)]
struct Signed {
    url: Option<String>,
}

enum State {
    Signing,
    Fetching(String),
    Shown(Picture),
    Failed(String),
}

/// The preview picture of a share.
pub struct Preview {
    id: String,
    awaited: Option<Number>,
    state: State,
}

impl Preview {
    /// The preview of a share by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            id,
            awaited: None,
            state: State::Signing,
        }
    }

    fn sign(&mut self, desk: &mut Desk) {
        self.state = State::Signing;
        self.awaited = Some(desk.ask(Call::read("share_sign_preview").with("id", &self.id)));
    }
}

/// The place of a URL, to be shown: what stands behind it is signed and nobody's business.
fn place(url: &str) -> &str {
    let end = url.find("://").map_or(0, |scheme| scheme + 3);
    let host = url.get(end..).and_then(|rest| rest.find('/'));
    host.and_then(|host| url.get(..end + host)).unwrap_or(url)
}

impl Screen for Preview {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("preview of share {}", self.id)
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened | Event::Action(Action::Refresh) => self.sign(desk),
            Event::Reply(reply) if self.awaited == Some(reply.number) => {
                let signed = reply.rows::<Signed>();
                self.state = match signed.map(|rows| rows.into_iter().find_map(|row| row.url)) {
                    Ok(Some(url)) => {
                        let place = place(&url).to_owned();
                        desk.perform(Effect::Fetch(url));
                        State::Fetching(place)
                    }
                    Ok(None) => State::Failed("the share has no preview".to_owned()),
                    Err(problem) => State::Failed(problem.to_string()),
                };
            }
            Event::Fetched(result) => {
                if let State::Fetching(place) = &self.state {
                    self.state = match result {
                        Ok(picture) => State::Shown(picture),
                        Err(why) => State::Failed(format!("{place}: {why}")),
                    };
                }
            }
            Event::Action(Action::Back) => desk.back(),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let words = match &self.state {
            State::Shown(picture) => return picture.view(&look.painter, frame, area),
            State::Signing => "signing…".to_owned(),
            State::Fetching(place) => format!("getting it from {}…", clean(place)),
            State::Failed(why) => clean(why),
        };
        frame.render_widget(Paragraph::new(words), area);
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn only_the_place_of_a_url_is_shown() {
        assert_eq!("https://cdn.example", place("https://cdn.example/a;sig=x"));
        assert_eq!("https://cdn.example", place("https://cdn.example"));
    }
}
