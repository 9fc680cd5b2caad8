//! One comment in a list of them: what is known of it, and how it is drawn.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use serde::Deserialize;
use serde_json::Value;

use crate::look::Look;
use crate::media_time::said;
use crate::moment::Moment;
use crate::text::{fit, width};
use crate::widget::details::Whole;
use crate::widget::figure::counted;
use crate::widget::wrap::wrap;

/// A comment with all of its fields.
pub(super) type Comment = Whole<Row>;

/// The cells by which a reply stands behind what it replies to.
const INDENT: usize = 4;

/// The most kinds of reactions that are shown.
const REACTIONS: usize = 6;

/// The fields that are used.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) thread_id: String,
    pub(super) parent_id: Option<String>,
    pub(super) content: Option<String>,
    pub(super) at_seconds: Option<f64>,
    pub(super) duration_seconds: Option<f64>,
    pub(super) is_public: bool,
    author_kind: String,
    author_name: Option<String>,
    pub(super) is_own: bool,
    pub(super) reply_count: Option<u64>,
    reactions: Vec<Reaction>,
    attachments: Vec<Value>,
    pub(super) resolved_at: Option<Moment>,
    resolved_by_name: Option<String>,
    edited_at: Option<Moment>,
    created_at: Moment,
    pub(super) deleted_at: Option<Moment>,
}

/// What somebody thinks of it.
#[derive(Debug, Clone, Deserialize)]
struct Reaction {
    reaction: String,
}

/// The order of the fields where one comment is shown in full.
pub(super) const FIELDS: &[&str] = &[
    "content",
    "author_name",
    "author_kind",
    "author",
    "at_seconds",
    "duration_seconds",
    "is_public",
    "resolved_at",
    "resolved_by_name",
    "created_at",
    "edited_at",
    "mentions",
    "reactions",
    "attachments",
    "url",
    "anchor",
    "annotation",
];

impl Row {
    /// Who wrote it.
    pub(super) fn who(&self) -> &str {
        match &self.author_name {
            Some(name) if !name.is_empty() => name,
            _ if self.deleted_at.is_some() => "somebody",
            _ => &self.author_kind,
        }
    }

    /// Where in the file it is, if anywhere.
    pub(super) fn place(&self) -> Option<String> {
        let at = self.at_seconds?;
        Some(match self.duration_seconds {
            Some(length) => format!("{}-{}", said(at), said(at + length)),
            None => said(at),
        })
    }

    /// Whether it begins a thread.
    pub(super) fn is_first(&self) -> bool {
        self.parent_id.is_none()
    }

    /// Each reaction once, with how many there are of it.
    fn reacted(&self) -> String {
        let mut kinds: Vec<(&str, u64)> = Vec::new();
        for one in &self.reactions {
            let known = kinds.iter_mut().find(|(kind, _)| *kind == one.reaction);
            match known {
                Some((_, many)) => *many += 1,
                None => kinds.push((&one.reaction, 1)),
            }
        }
        let more = if kinds.len() > REACTIONS { " …" } else { "" };
        let shown = kinds.iter().take(REACTIONS).map(|(kind, many)| {
            // Asks for a picture in place of a letter, and takes no cell: terminals show what they can.
            let kind = kind.replace('\u{FE0F}', "");
            format!("{kind} {many}")
        });
        shown.collect::<Vec<_>>().join("  ") + more
    }

    /// What stands above its text; what matters most first, since the end is cut where there is no room.
    fn head(&self, look: &Look) -> Vec<(String, Style)> {
        let mut parts = Vec::new();
        if self.is_first() {
            let place = self.place().unwrap_or_else(|| "whole file".to_owned());
            parts.push((place, look.key()));
        }
        parts.push((self.who().to_owned(), look.heading()));
        parts.push(if self.is_public {
            ("public".to_owned(), look.muted())
        } else {
            ("internal".to_owned(), look.warning())
        });
        if let Some(at) = self.resolved_at {
            let who = self.resolved_by_name.as_deref().unwrap_or("somebody");
            let words = format!("resolved by {who} {}", at.relative(look.now));
            parts.push((words, look.good()));
        }
        if let Some(many) = self.reply_count.filter(|many| *many > 0 && self.is_first()) {
            parts.push((counted(many, "reply", "replies"), look.plain()));
        }
        parts.push((self.created_at.relative(look.now), look.muted()));
        if self.edited_at.is_some() && self.deleted_at.is_none() {
            parts.push(("edited".to_owned(), look.muted()));
        }
        parts
    }

    /// What stands below its text: what hangs on it, and what others think of it.
    fn foot(&self) -> Option<String> {
        let attached = match self.attachments.len() {
            0 => None,
            many => Some(format!("{many} attached")),
        };
        let reacted = Some(self.reacted()).filter(|reacted| !reacted.is_empty());
        let parts: Vec<String> = attached.into_iter().chain(reacted).collect();
        (!parts.is_empty()).then(|| parts.join("  "))
    }

    /// The lines of it: what is to be known, and so many lines of its text at most.
    pub(super) fn card(&self, cells: u16, most: usize, look: &Look) -> Vec<Line<'static>> {
        let indent = if self.is_first() { 0 } else { INDENT };
        let cells = usize::from(cells).saturating_sub(indent).max(2);
        let mut head = vec![Span::raw(" ".repeat(indent))];
        let mut left = cells;
        for (place, (words, style)) in self.head(look).into_iter().enumerate() {
            let gap = if place == 0 { 0 } else { 2 };
            if left <= gap {
                break;
            }
            let wide = width(&crate::text::clean(&words)).min(left - gap);
            head.push(Span::raw(" ".repeat(gap)));
            head.push(Span::styled(fit(&words, wide), style));
            left -= gap + wide;
        }
        let mut lines = vec![Line::from(head)];
        let (text, style) = match &self.content {
            Some(content) => (content.as_str(), look.plain()),
            None => ("(deleted)", look.muted()),
        };
        let indent = indent + 2;
        for line in begin(text, cells.saturating_sub(2).max(1), most) {
            let line = format!("{}{line}", " ".repeat(indent));
            lines.push(Line::styled(line, style));
        }
        if let Some(foot) = self.foot() {
            let foot = fit(&foot, cells.saturating_sub(2));
            let foot = format!("{}{}", " ".repeat(indent), foot.trim_end());
            lines.push(Line::styled(foot, look.muted()));
        }
        lines
    }
}

/// So many lines of a text at most, with an ellipsis where something is missing.
fn begin(text: &str, cells: usize, most: usize) -> Vec<String> {
    // No more is looked at than could be shown: a text may be long, and there may be many.
    let enough = (cells + 1) * (most + 1);
    let is_cut = text.chars().nth(enough).is_some();
    let part: String = text.chars().take(enough).collect();
    let mut lines = wrap(part.trim_end(), cells);
    if lines.len() > most || is_cut {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = fit(&format!("{last} …"), (width(last) + 2).min(cells));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::begin;

    #[test]
    fn a_long_text_is_cut_with_a_sign_and_a_short_one_is_whole() {
        assert_eq!(
            vec!["one two", "three …"],
            begin("one two three four", 8, 2)
        );
        assert_eq!(vec!["one", "two"], begin("one\ntwo\n", 8, 2));
        assert_eq!(vec!["abcdefg…"], begin(&"abcdefgh".repeat(1000), 8, 1));
        assert_eq!(vec![""], begin("", 8, 2));
    }
}
