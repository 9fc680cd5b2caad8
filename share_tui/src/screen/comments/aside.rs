//! What is looked at in place of the list: one comment in full, or what it was before.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::edits::Edits;
use crate::action::Action;
use crate::look::Look;
use crate::widget::details::Details;

/// What is looked at.
pub(super) enum Aside {
    Details(Details),
    Edits(Edits),
}

impl Aside {
    /// Whether an action that opens one closes this one.
    pub(super) fn is_closed_by(&self, action: Action) -> bool {
        matches!(
            (self, action),
            (_, Action::Back)
                | (Self::Details(_), Action::Details)
                | (Self::Edits(_), Action::History)
        )
    }

    /// Scrolls as an action says.
    pub(super) fn act(&mut self, action: Action) {
        match self {
            Self::Details(details) => {
                details.act(action);
            }
            Self::Edits(edits) => edits.act(action),
        }
    }

    /// What stands in the first line.
    pub(super) fn title(&self) -> &'static str {
        match self {
            Self::Details(_) => "comment",
            Self::Edits(_) => "history of a comment",
        }
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        match self {
            Self::Details(details) => details.view(frame, area, look),
            Self::Edits(edits) => edits.view(frame, area, look),
        }
    }
}
