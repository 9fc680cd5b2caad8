//! What the parts of the screen have in common. Each knows the file by its id and reads what it shows when it is shown.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::Reply;

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

    /// Draws it.
    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look);
}

/// A call that reads what belongs to a file.
pub(super) fn of_file(function: &'static str, id: &str) -> Call {
    Call::read(function).with("file_id", id)
}
