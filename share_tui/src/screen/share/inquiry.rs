//! What has to be known before a share is changed: an end, a grace period, a reason.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

use crate::call::Call;
use crate::look::Look;
use crate::screen::shares::when;
use crate::widget::field::Field;
use crate::widget::form::Form;

/// Ends that the server knows by a code.
const CODES: &[&str] = &["1h", "1d", "7d", "30d", "never"];

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Extend,
    Rotate,
    Revoke,
}

/// A small form above the share.
pub(super) struct Inquiry {
    pub(super) about: About,
    pub(super) form: Form,
}

impl Inquiry {
    pub(super) fn new(about: About) -> Self {
        let field = match about {
            About::Extend => Field::line("expires_at", "by or until").hint(format!(
                "{}, 12h, or 2026-03-01T12:00 in UTC",
                CODES.join(", ")
            )),
            About::Rotate => Field::line("grace", "grace")
                .hint("so long the old address leads there still, as 1d; empty for not at all"),
            About::Revoke => {
                Field::line("reason", "reason").hint("for the record, may be empty; enter goes on")
            }
        };
        Self {
            about,
            form: Form::new(vec![field]),
        }
    }

    /// The call that the form stands for; else the field that is wrong, and why.
    pub(super) fn call(&self, id: &str, now: Timestamp) -> Result<Call, (&'static str, String)> {
        let typed = |name: &str| self.form.value(name).trim().to_owned();
        match self.about {
            About::Revoke => {
                let reason = typed("reason");
                let reason = Some(reason).filter(|reason| !reason.is_empty());
                Ok(Call::write("share_revoke")
                    .with("id", id)
                    .maybe("reason", reason))
            }
            About::Rotate => {
                let call = Call::write("share_rotate").with("id", id);
                let grace = typed("grace");
                if grace.is_empty() || grace == "0" {
                    return Ok(call);
                }
                match when::span(&grace) {
                    Some(span) => Ok(call.with("grace", format!("{} seconds", span.as_secs()))),
                    None => Err(("grace", "wants a span, as 1d, 12h or 30min".to_owned())),
                }
            }
            About::Extend => {
                let call = Call::write("share_extend").with("id", id);
                let end = typed("expires_at");
                if CODES.contains(&end.as_str()) {
                    return Ok(call.with("duration_code", end));
                }
                // Spans come on top of what is left.
                if let Some(span) = when::span(end.trim_start_matches('+')) {
                    return match span.as_secs() {
                        seconds if seconds > 0 && seconds % 3_600 == 0 => {
                            Ok(call.with("duration_hours", seconds / 3_600))
                        }
                        _ => Err(("expires_at", "wants whole hours".to_owned())),
                    };
                }
                match when::time(&end, now) {
                    Some(at) if at > now => Ok(call.with("expires_at", at)),
                    Some(_) => Err(("expires_at", "is in the past".to_owned())),
                    None => Err((
                        "expires_at",
                        format!("wants {} or {}", CODES.join(", "), when::ACCEPTED),
                    )),
                }
            }
        }
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let title = match self.about {
            About::Extend => " extend ",
            About::Rotate => " a new address, and the old one ends ",
            About::Revoke => " revoke ",
        };
        let place = Rect {
            height: area.height.min(5),
            y: area.y + area.height.saturating_sub(5),
            ..area
        };
        let block = Block::bordered().title(title);
        let inside = block.inner(place);
        frame.render_widget(Clear, place);
        frame.render_widget(block, place);
        self.form.view(frame, inside, look);
    }
}

#[cfg(test)]
mod tests {
    use super::{About, Inquiry};

    fn asked(about: About, text: &str) -> Result<Vec<(&'static str, String)>, String> {
        let mut inquiry = Inquiry::new(about);
        inquiry.form.paste(text);
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        let call = inquiry.call("x", now).map_err(|(_, wrong)| wrong)?;
        Ok(call.arguments()[1..].to_vec())
    }

    #[test]
    fn an_end_is_a_code_hours_or_a_time() {
        for (text, name, value) in [
            ("7d", "duration_code", "7d"),
            ("never", "duration_code", "never"),
            ("12h", "duration_hours", "12"),
            ("+2d", "duration_hours", "48"),
            ("2026-03-05 06:00", "expires_at", "2026-03-05T06:00:00Z"),
        ] {
            assert_eq!(
                Ok(vec![(name, value.to_owned())]),
                asked(About::Extend, text),
                "{text}"
            );
        }
        for text in ["", "30min", "2026-02-01", "0h", "later"] {
            assert!(asked(About::Extend, text).is_err(), "{text}");
        }
    }

    #[test]
    fn grace_and_reason_may_be_left_out() {
        assert_eq!(
            Ok(vec![("grace", "86400 seconds".to_owned())]),
            asked(About::Rotate, "1d")
        );
        assert_eq!(Ok(vec![]), asked(About::Rotate, ""));
        assert!(asked(About::Rotate, "soon").is_err());
        assert_eq!(
            Ok(vec![("reason", "leaked".to_owned())]),
            asked(About::Revoke, " leaked ")
        );
        assert_eq!(Ok(vec![]), asked(About::Revoke, ""));
    }
}
