//! What a comment was before each of its changes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use serde::Deserialize;

use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::media_time::said;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::text::clean;
use crate::widget::page::Page;
use crate::widget::wrap::wrap;

/// What it was before a change.
#[derive(Debug, Deserialize)]
struct Edit {
    content: Option<String>,
    at_seconds: Option<f64>,
    duration_seconds: Option<f64>,
    is_public: bool,
    editor_kind: String,
    editor_name: Option<String>,
    edited_at: Moment,
}

/// The changes of a comment.
pub(super) struct Edits {
    all: Vec<Edit>,
    awaited: Option<Number>,
    is_loaded: bool,
    page: Page,
}

impl Edits {
    /// Asks for those of a comment.
    pub(super) fn of(file: &str, comment: &str, desk: &mut Desk) -> Self {
        let call = Call::read("comment_edit_list")
            .with("file_id", file)
            .with("comment_id", comment);
        Self {
            all: Vec::new(),
            awaited: Some(desk.ask(call)),
            is_loaded: false,
            page: Page::default(),
        }
    }

    /// Takes them in; none if the reply is of another call.
    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        Some(reply.rows().map(|edits| {
            self.all = edits;
            self.is_loaded = true;
        }))
    }

    /// Scrolls as an action says.
    pub(super) fn act(&mut self, action: Action) {
        self.page.act(action);
    }

    /// Draws them, the newest first.
    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let mut lines = Vec::new();
        for edit in self.all.iter().rev() {
            let who = edit.editor_name.as_deref().unwrap_or(&edit.editor_kind);
            let mut was = vec![if edit.is_public { "public" } else { "internal" }.to_owned()];
            if let Some(at) = edit.at_seconds {
                was.push(format!("at {}", said(at)));
            }
            if let Some(length) = edit.duration_seconds {
                was.push(format!("for {}", said(length)));
            }
            let words = format!(
                "{}  {}  changed it; it was ",
                edit.edited_at.absolute(),
                clean(who)
            );
            lines.push(Line::from(vec![
                Span::styled(words, look.heading()),
                Span::styled(was.join(" "), look.muted()),
            ]));
            let text = edit.content.as_deref().unwrap_or_default();
            let cells = usize::from(area.width).saturating_sub(2).max(2);
            let text = wrap(text, cells).into_iter();
            lines.extend(text.map(|line| Line::from(format!("  {line}"))));
        }
        if lines.is_empty() {
            let words = match (self.is_loaded, self.awaited) {
                (true, _) => "it was never changed",
                (false, Some(_)) => "reading…",
                (false, None) => "not read",
            };
            lines.push(Line::styled(words, look.muted()));
        }
        self.page.view(lines, frame, area, look);
    }
}
