//! One share: what it is, what a visitor meets, where it leads, who used it, and all that can be done to it.

mod change;
mod details;
mod edit;
mod events;
mod file;
mod inquiry;
mod items;
mod links;
mod overview;
mod reasons;
mod recipients;
mod steps;
mod urls;
mod visitor;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde_json::Value;

use self::change::Change;
use self::details::Details;
use self::edit::Edit;
use self::events::Events;
use self::inquiry::{About, Inquiry};
use self::items::Items;
use self::links::Links;
use self::recipients::Recipients;
use self::urls::Urls;
use self::visitor::Visitor;
use super::share_form::Presets;
use super::shares::deed::{Deed, Undo};
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::Desk;
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Number;
use crate::text::clean;
use crate::widget::facts::Facts;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "share",
    words: "one share",
    contexts: &[Context::Share, Context::List, Context::Everywhere],
    open: None,
};

/// While a form is filled in.
const FILLING: Entry = Entry {
    contexts: &[Context::Form, Context::Everywhere],
    ..ENTRY
};

/// What is shown of the share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Overview,
    Visitor,
    Links,
    Urls,
    Items,
    Recipients,
    Events,
    File,
}

const PARTS: &[(Part, &str)] = &[
    (Part::Overview, "overview"),
    (Part::Visitor, "visitor"),
    (Part::Links, "links"),
    (Part::Urls, "URLs"),
    (Part::Items, "items"),
    (Part::Recipients, "recipients"),
    (Part::Events, "events"),
    (Part::File, "file"),
];

/// What the keys are for.
enum Mode {
    Parts,
    Asking(Inquiry),
    Editing(Box<Edit>),
}

/// What is under way.
enum Under {
    Nothing,
    /// The question is on its way or put.
    Asked(Change),
    /// The server was asked to do it.
    Done {
        number: Number,
        words: String,
        undo: Option<Undo>,
        ends_screen: bool,
    },
}

/// One share.
pub struct Share {
    id: String,
    raw: Value,
    details: Option<Details>,
    problem: Option<String>,
    awaited: Option<Number>,
    asking_presets: Option<Number>,
    presets: Presets,
    part: Part,
    mode: Mode,
    under: Under,
    undo: Option<Undo>,
    overview: Facts,
    file: Facts,
    visitor: Visitor,
    links: Links,
    urls: Urls,
    items: Items,
    recipients: Recipients,
    events: Events,
}

impl Share {
    /// A share by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            id,
            raw: Value::Null,
            details: None,
            problem: None,
            awaited: None,
            asking_presets: None,
            presets: Presets::new(),
            part: Part::Overview,
            mode: Mode::Parts,
            under: Under::Nothing,
            undo: None,
            overview: Facts::default(),
            file: Facts::default(),
            visitor: Visitor::default(),
            links: Links::default(),
            urls: Urls::default(),
            items: Items::default(),
            recipients: Recipients::default(),
            events: Events::default(),
        }
    }

    /// Reads the share, and the part that is shown.
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("share_full_json").with("id", &self.id)));
        self.read_part(desk);
    }

    fn read_part(&mut self, desk: &mut Desk) {
        match self.part {
            Part::Overview | Part::File => {}
            Part::Visitor => self.explain(desk),
            Part::Links => self.links.read(&self.id, desk),
            Part::Urls => self.urls.read(&self.id, desk),
            Part::Items => self.items.read(&self.id, desk),
            Part::Recipients => self.recipients.read(&self.id, desk),
            Part::Events => self.events.read(&self.id, desk),
        }
    }

    fn explain(&mut self, desk: &mut Desk) {
        let known = self.recipient_names();
        let address = self.address();
        self.visitor.ask(&address, &known, desk);
    }

    /// Where links lead: after a rotation that is no longer the id.
    fn address(&self) -> String {
        let slug = self
            .details
            .as_ref()
            .and_then(|details| details.slug.clone());
        slug.unwrap_or_else(|| self.id.clone())
    }

    /// The recipients by their ids, with all names that they go by.
    fn recipient_names(&self) -> Vec<(String, Vec<String>)> {
        let recipients = self.raw.get("recipients").and_then(Value::as_array);
        let named = recipients.into_iter().flatten().filter_map(|recipient| {
            let text = |name: &str| recipient.get(name).and_then(Value::as_str);
            let id = text("recipient_id").or_else(|| text("id"))?.to_owned();
            let names = [text("email"), text("user_id"), text("name")];
            Some((
                id,
                names.into_iter().flatten().map(str::to_lowercase).collect(),
            ))
        });
        named.collect()
    }

    fn show(&mut self, part: Part, desk: &mut Desk) {
        self.part = part;
        self.read_part(desk);
    }

    fn turn(&mut self, by: usize, desk: &mut Desk) {
        let place = PARTS
            .iter()
            .position(|(part, _)| *part == self.part)
            .unwrap_or(0);
        if let Some((part, _)) = PARTS.get((place + by) % PARTS.len()) {
            self.show(*part, desk);
        }
    }

    /// Moves in the part that is shown.
    fn travel(&mut self, action: Action, desk: &mut Desk) {
        match self.part {
            Part::Overview => self.overview.act(action),
            Part::Visitor => self.visitor.act(action),
            Part::Links => self.links.act(action),
            Part::Urls => self.urls.act(action),
            Part::Items => self.items.act(action),
            Part::Recipients => self.recipients.act(action, &self.id, desk),
            Part::Events => self.events.act(action, &self.id, desk),
            Part::File => self.file.act(action),
        };
    }

    /// The names of the parts; where there is no room for all, that of the one that is shown.
    fn tabs(&self, cells: u16, look: &Look) -> Line<'static> {
        let room: usize = PARTS.iter().map(|(_, name)| name.len() + 2).sum();
        let mut spans = Vec::new();
        for (place, (part, name)) in PARTS.iter().enumerate() {
            let is_shown = *part == self.part;
            if room > usize::from(cells) {
                if is_shown {
                    spans.push(Span::styled(format!("[{name}]"), look.heading()));
                    let place = format!(" part {} of {}", place + 1, PARTS.len());
                    spans.push(Span::styled(place, look.muted()));
                }
                continue;
            }
            // The brackets say it where there are no styles.
            spans.push(if is_shown {
                Span::styled(format!("[{name}]"), look.heading())
            } else {
                Span::styled(format!(" {name} "), look.muted())
            });
        }
        Line::from(spans)
    }

    fn view_part(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let Some(details) = &self.details else {
            let words = self
                .problem
                .as_ref()
                .map_or_else(|| "reading…".to_owned(), |problem| clean(problem));
            let paragraph =
                Paragraph::new(format!(" {words}")).wrap(ratatui::widgets::Wrap { trim: false });
            frame.render_widget(paragraph, area);
            return;
        };
        match self.part {
            Part::Overview => {
                let facts = overview::facts(details, &self.id, look);
                self.overview
                    .view(&facts, overview::LABEL, frame, area, look);
            }
            Part::Visitor => self.visitor.view(frame, area, look),
            Part::Links => self
                .links
                .view(details.share_url.as_deref(), frame, area, look),
            Part::Urls => self.urls.view(frame, area, look),
            Part::Items => self.items.view(frame, area, look),
            Part::Recipients => self.recipients.view(frame, area, look),
            Part::Events => self.events.view(frame, area, look),
            Part::File => self.file.view(
                &file::facts(details, look),
                overview::LABEL,
                frame,
                area,
                look,
            ),
        }
    }
}

impl Screen for Share {
    fn entry(&self) -> &'static Entry {
        match self.mode {
            Mode::Parts => &ENTRY,
            Mode::Asking(_) | Mode::Editing(_) => &FILLING,
        }
    }

    fn title(&self) -> String {
        let name = self
            .details
            .as_ref()
            .and_then(|details| details.title.as_ref());
        let doing = if matches!(self.mode, Mode::Editing(_)) {
            "edit share"
        } else {
            "share"
        };
        match name {
            Some(title) => format!("{doing} · {title}"),
            None => format!("{doing} {}", self.id),
        }
    }

    fn takes_text(&self) -> bool {
        !matches!(self.mode, Mode::Parts) || self.visitor.is_typing()
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened | Event::Returned | Event::Reconnected => self.read(desk),
            Event::Reply(reply) => self.replied(&reply, desk),
            Event::Typed(key) => self.press(key, desk),
            Event::Pasted(text) => self.paste(&text, desk),
            Event::Answered { tag, yes } => self.answered(tag, yes, desk),
            Event::Announced { channel }
                if channel == events::CHANNEL && self.part == Part::Events =>
            {
                self.events.announced(&self.id, desk);
            }
            Event::Woken if self.part == Part::Events => self.events.woken(&self.id, desk),
            Event::Announced { .. } | Event::Woken | Event::Fetched(_) => {}
            Event::Action(action) => self.act(action, desk),
        }
    }

    fn offers(&self, action: Action) -> bool {
        let Some(details) = &self.details else {
            return matches!(
                action,
                Action::Back | Action::Refresh | Action::Help | Action::Palette | Action::Quit
            );
        };
        let is_over = details.is_over();
        match action {
            Action::Open => matches!(self.part, Part::Overview | Part::File),
            Action::Filter | Action::Sort => false,
            Action::Undo => self.undo.is_some(),
            Action::Unlock => !details.locked.is_empty(),
            Action::Enable => details.disabled_at.is_some() && !is_over,
            Action::Disable => details.disabled_at.is_none() && !is_over,
            Action::Revoke | Action::Rotate | Action::Edit | Action::Extend => !is_over,
            Action::Expire => !is_over && details.state != "expired",
            action => Deed::of(action).is_none() || details.state != "deleted",
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        if let Mode::Editing(edit) = &mut self.mode {
            edit.form.view(frame, area, look);
            return;
        }
        let [tabs, part] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(Paragraph::new(self.tabs(tabs.width, look)), tabs);
        self.view_part(frame, part, look);
        if let Mode::Asking(inquiry) = &mut self.mode {
            inquiry.view(frame, area, look);
        }
    }
}
