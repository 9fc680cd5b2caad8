//! What the parts of the screen have in common. Each knows the file by its id and reads what it shows when it is shown.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::about::Details;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::Reply;
use crate::screen::Entry;

/// A part of the screen.
pub(super) trait Part {
    /// Reads it.
    fn read(&mut self, desk: &mut Desk);

    /// Takes a reply; none if it is of another call.
    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>>;

    /// Whether an action makes sense now that not every part has.
    fn offers(&self, _action: Action) -> bool {
        false
    }

    /// Does what a key means here.
    fn act(&mut self, action: Action, desk: &mut Desk);

    /// The keys that it has before those of the screen.
    fn entry(&self) -> &'static Entry {
        &super::ENTRY
    }

    /// Learns what the file is.
    fn know(&mut self, _file: &Details) {}

    /// Leaves what was opened within it; false if there is nothing to leave.
    fn leave(&mut self) -> bool {
        false
    }

    /// Whether what keys would act on is still being read.
    fn is_reading(&self) -> bool {
        false
    }

    /// Whether keys are text now.
    fn takes_text(&self) -> bool {
        false
    }

    /// Takes a key while keys are text.
    fn press(&mut self, _key: KeyEvent, _desk: &mut Desk) {}

    /// Takes text that was pasted.
    fn paste(&mut self, _text: &str, _desk: &mut Desk) {}

    /// The time that was asked for is over.
    fn woken(&mut self, _desk: &mut Desk) {}

    /// A question was answered with yes.
    fn agreed(&mut self, _tag: &str, _desk: &mut Desk) {}

    /// Draws it.
    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look);
}

/// A call that reads what belongs to a file.
pub(super) fn of_file(function: &'static str, id: &str) -> Call {
    Call::read(function).with("file_id", id)
}
