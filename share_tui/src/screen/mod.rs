//! The screens: one file each, and the one list of them.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::action::Action;
use crate::desk::Desk;
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Reply;
use crate::picture::Picture;

pub mod access_requests;
pub mod account;
pub mod accounts;
pub mod comments;
pub mod deliveries;
pub mod delivery;
pub mod dialog;
pub mod doctor;
pub mod drive;
pub mod drives;
pub mod events;
pub mod file;
mod file_search;
pub mod files;
pub mod jobs;
pub mod key;
pub mod keys;
mod lifetime;
mod of_account;
pub mod overview;
mod policy;
pub mod preview;
pub mod share;
pub mod share_form;
pub mod shares;
mod words;

/// Something that a screen has to deal with.
#[derive(Debug, Clone)]
pub enum Event {
    /// The screen is shown for the first time.
    Opened,
    /// A key meant something here.
    Action(Action),
    /// A key while the screen takes text.
    Typed(KeyEvent),
    /// Text was pasted while the screen takes text.
    Pasted(String),
    /// The server has answered. The number may be of a call that no longer matters.
    Reply(Reply),
    /// The answer to a question.
    Answered {
        /// The question's tag.
        tag: &'static str,
        /// Whether it was a yes.
        yes: bool,
    },
    /// The screen above was left.
    Returned,
    /// The server is there again after it was lost.
    Reconnected,
    /// The server has announced something.
    Announced {
        /// The channel.
        channel: String,
    },
    /// A picture has come, or why not.
    Fetched(Result<Picture, String>),
    /// The time that the screen asked for is over.
    Woken,
}

/// What all screens can do. They hold plain data: nothing here does anything outside.
pub trait Screen {
    /// The entry in the list of screens.
    fn entry(&self) -> &'static Entry;

    /// What stands in the first line.
    fn title(&self) -> String;

    /// Handles an event.
    fn on(&mut self, event: Event, desk: &mut Desk);

    /// Whether keys are text now.
    fn takes_text(&self) -> bool {
        false
    }

    /// Whether what keys would act on is still being read; they wait for it.
    fn is_reading(&self) -> bool {
        false
    }

    /// Whether an action makes sense now; the footer shows only those that do.
    fn offers(&self, _action: Action) -> bool {
        true
    }

    /// Draws it. Only how far it is scrolled may change.
    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look);
}

/// A screen in the list of screens.
pub struct Entry {
    /// The name in the palette and on the command line.
    pub name: &'static str,
    /// What is there, in a few words.
    pub words: &'static str,
    /// Where its bindings come from, the most particular first.
    pub contexts: &'static [Context],
    /// Makes it, if it needs nothing to begin with.
    pub open: Option<fn() -> Box<dyn Screen>>,
}

/// Every screen, in the order of the palette.
pub const ALL: &[&Entry] = &[
    &overview::ENTRY,
    &shares::ENTRY,
    &share::ENTRY,
    &share_form::ENTRY,
    &preview::ENTRY,
    &files::ENTRY,
    &file::ENTRY,
    &comments::ENTRY,
    &file::attributes::ENTRY,
    &file::previews::ENTRY,
    &file::transcript::ENTRY,
    &file::stack::ENTRY,
    &accounts::ENTRY,
    &account::ENTRY,
    &account::secret::ENTRY,
    &drives::ENTRY,
    &drive::ENTRY,
    &drive::attribute::ENTRY,
    &deliveries::ENTRY,
    &delivery::ENTRY,
    &delivery::test::ENTRY,
    &keys::ENTRY,
    &key::ENTRY,
    &dialog::ENTRY,
    &jobs::ENTRY,
    &events::ENTRY,
    &access_requests::ENTRY,
    &doctor::ENTRY,
];
