//! What a visitor would meet, and why: any identity, address and time, typed as one line.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::{Map, Value};
use tui_input::Input;

use super::reasons::sentence;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::screen::shares::terms::{self, Part, Wrong};
use crate::screen::shares::when;
use crate::text::{clean, fit};
use crate::widget::entry_line;
use crate::widget::facts::{Fact, Facts};

/// The names of terms, and the key of the context that each is.
const CONTEXT: &[(&str, &str)] = &[
    ("address", "address"),
    ("referrer", "referrer"),
    ("embed", "embed_domain"),
    ("country", "country"),
    ("agent", "user_agent"),
    ("terms", "terms_version"),
];
const ACCEPTED: &str = "user: recipient: address: referrer: embed: country: agent: terms: at:";

/// Who visits, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Guest {
    user: Option<String>,
    /// A recipient's id, mail address, user id or name.
    recipient: Option<String>,
    at: Option<Timestamp>,
    context: Map<String, Value>,
}

impl Guest {
    fn parse(line: &str, now: Timestamp) -> Result<Self, Wrong> {
        let mut guest = Self::default();
        for part in terms::parse(line)? {
            let (name, value) = match part {
                Part::Word(word) => {
                    return Err(Wrong(format!("{word}: wants a name, as user:{word}")));
                }
                Part::Term(name, _) if name.is_empty() => {
                    return Err(Wrong(format!("there are {ACCEPTED}")));
                }
                Part::Term(name, value) if value.is_empty() => {
                    return Err(Wrong(format!("{name}: wants a value")));
                }
                Part::Term(name, value) => (name, value),
            };
            match name.as_str() {
                "user" => guest.user = Some(value),
                "recipient" => guest.recipient = Some(value),
                "at" => {
                    let at = when::to_come(&value, now);
                    guest.at =
                        Some(at.ok_or_else(|| Wrong(format!("at: wants {}", when::ACCEPTED)))?);
                }
                name => {
                    let Some((_, key)) = CONTEXT.iter().find(|(known, _)| *known == name) else {
                        return Err(Wrong(format!("no {name}: (there are {ACCEPTED})")));
                    };
                    guest.context.insert((*key).to_owned(), value.into());
                }
            }
        }
        Ok(guest)
    }
}

#[derive(Deserialize)]
struct Decision {
    granted: bool,
    reason: Option<String>,
    http_status: Option<u16>,
    closed: Option<Vec<String>>,
    state: Option<String>,
    permissions: Option<Vec<String>>,
    email: Option<String>,
    user_id: Option<String>,
    recipient_id: Option<String>,
    address: Option<String>,
    is_bot: Option<bool>,
    ends_at: Option<Moment>,
}

/// The part.
#[derive(Default)]
pub(super) struct Visitor {
    line: String,
    typing: Option<Input>,
    wrong: Option<Wrong>,
    guest: Guest,
    linking: Option<Number>,
    awaited: Option<Number>,
    decision: Option<Decision>,
    at: Option<Timestamp>,
    facts: Facts,
}

impl Visitor {
    /// Whether the line is being typed.
    pub(super) fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Begins to type.
    pub(super) fn edit(&mut self) {
        self.typing = Some(Input::new(self.line.clone()));
    }

    pub(super) fn press(
        &mut self,
        key: crossterm::event::KeyEvent,
        address: &str,
        recipients: &[(String, Vec<String>)],
        desk: &mut Desk,
    ) {
        use crossterm::event::KeyCode;
        match (key.code, &mut self.typing) {
            (KeyCode::Esc, _) => {
                self.typing = None;
                self.wrong = None;
            }
            (KeyCode::Enter, Some(input)) => match Guest::parse(input.value(), desk.now()) {
                Ok(guest) => {
                    self.line = input.value().trim().to_owned();
                    self.guest = guest;
                    self.typing = None;
                    self.ask(address, recipients, desk);
                }
                Err(wrong) => self.wrong = Some(wrong),
            },
            (_, Some(input)) => {
                if let Some(request) = crate::typing::request(key) {
                    input.handle(request);
                    self.wrong = Guest::parse(input.value(), desk.now()).err();
                }
            }
            _ => {}
        }
    }

    pub(super) fn paste(&mut self, text: &str, now: Timestamp) {
        if let Some(input) = &mut self.typing {
            crate::typing::insert(input, &text.trim().replace(char::is_control, " "));
            self.wrong = Guest::parse(input.value(), now).err();
        }
    }

    /// Asks what the guest would meet. A recipient comes by a link of its own, which is asked for first.
    pub(super) fn ask(
        &mut self,
        address: &str,
        recipients: &[(String, Vec<String>)],
        desk: &mut Desk,
    ) {
        self.decision = None;
        let Some(wanted) = &self.guest.recipient else {
            self.explain(address, None, desk);
            return;
        };
        let wanted = wanted.to_lowercase();
        let found = recipients
            .iter()
            .find(|(id, names)| *id == wanted || names.contains(&wanted));
        match found {
            Some((recipient, _)) => {
                let call = Call::read("recipient_link").with("id", recipient);
                self.linking = Some(desk.ask(call));
            }
            None => desk.say(
                Tone::Problem,
                format!("the share has no recipient {wanted}"),
            ),
        }
    }

    fn explain(&mut self, address: &str, token: Option<&str>, desk: &mut Desk) {
        let at = self.guest.at.unwrap_or(desk.now());
        self.at = Some(at);
        // With a time, the caller's own identity does not count.
        let call = Call::read("share_explain")
            .with("link", address)
            .with("at", at)
            .maybe("user_id", self.guest.user.as_ref())
            .maybe("recipient_token", token);
        let call = if self.guest.context.is_empty() {
            call
        } else {
            call.with("context", Value::Object(self.guest.context.clone()))
        };
        self.awaited = Some(desk.ask(call));
    }

    pub(super) fn take(&mut self, reply: &Reply, address: &str, desk: &mut Desk) {
        if self.linking == Some(reply.number) {
            self.linking = None;
            match reply.rows::<Option<String>>() {
                Ok(links) => {
                    let link = links.into_iter().flatten().next();
                    self.explain(address, link.as_deref().map(token), desk);
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        } else if self.awaited == Some(reply.number) {
            self.awaited = None;
            match reply.rows::<Decision>() {
                Ok(decisions) => self.decision = decisions.into_iter().next(),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    pub(super) fn act(&mut self, action: crate::action::Action) -> bool {
        self.facts.act(action)
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [top, below] =
            Layout::vertical([Constraint::Length(3), Constraint::Min(1)]).areas(area);
        let cells = usize::from(top.width);
        let mut spans = vec![Span::styled(" as ", look.key())];
        match &self.typing {
            Some(input) => spans.extend(entry_line::spans(
                input,
                false,
                cells.saturating_sub(4),
                look,
            )),
            None if self.line.is_empty() => {
                spans.push(Span::raw("somebody unknown, now (w: as somebody else)"));
            }
            None => spans.push(Span::raw(clean(&self.line))),
        }
        let second = match (&self.wrong, &self.typing) {
            (Some(wrong), _) => Line::styled(fit(&format!(" ! {wrong}"), cells), look.danger()),
            (None, Some(_)) => Line::styled(fit(&format!(" {ACCEPTED}"), cells), look.muted()),
            (None, None) => Line::default(),
        };
        frame.render_widget(Paragraph::new(vec![Line::from(spans), second]), top);
        let facts = self.told(look);
        self.facts.view(&facts, 11, frame, below, look);
    }

    fn told(&self, look: &Look) -> Vec<Fact> {
        let Some(decision) = &self.decision else {
            let waits = self.awaited.is_some() || self.linking.is_some();
            return vec![Fact::new(
                "",
                if waits { "asking…" } else { "" },
                look.muted(),
            )];
        };
        let mut facts = Vec::new();
        let status = decision
            .http_status
            .map_or_else(String::new, |status| format!(" (HTTP {status})"));
        facts.push(if decision.granted {
            Fact::new("answer", format!("it opens{status}"), look.good())
        } else {
            Fact::new("answer", format!("it does not open{status}"), look.danger())
        });
        let first = decision.reason.iter().cloned();
        let closed = decision.closed.clone().filter(|closed| !closed.is_empty());
        let closed = closed.unwrap_or_else(|| first.collect());
        for (place, reason) in closed.iter().enumerate() {
            let label = if place == 0 { "because" } else { "and" };
            facts.push(Fact::plain(
                label,
                format!("{reason}: {}", sentence(reason)),
            ));
        }
        if decision.granted {
            let permissions = decision.permissions.as_deref().unwrap_or_default();
            facts.push(Fact::plain("may", permissions.join(", ")));
        }
        let who = [
            ("user", &decision.user_id),
            ("mail", &decision.email),
            ("recipient", &decision.recipient_id),
            ("address", &decision.address),
            ("state", &decision.state),
        ];
        facts.extend(
            who.into_iter()
                .filter_map(|(label, value)| Some(Fact::plain(label, value.as_ref()?))),
        );
        if decision.is_bot == Some(true) {
            facts.push(Fact::plain("program", "one that only looks for a preview"));
        }
        if let Some(end) = decision.ends_at {
            facts.push(Fact::plain(
                "ends",
                format!("{} UTC ({})", end.absolute(), end.relative(look.now)),
            ));
        }
        if let Some(at) = self.at {
            facts.push(Fact::new(
                "asked for",
                format!("{} UTC", Moment::At(at).absolute()),
                look.muted(),
            ));
        }
        facts.push(Fact::new(
            "",
            "a password is never tried: it shows as password_required",
            look.muted(),
        ));
        facts
    }
}

/// The token of a recipient's link, which is bare where no page is known.
fn token(link: &str) -> &str {
    let query = link.split_once('?').map(|(_, query)| query);
    let named = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("r=")));
    named.unwrap_or(link)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Guest, token};

    #[test]
    fn a_line_says_who_comes_from_where_and_when() {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        let guest = Guest::parse(r#"user:ada address:192.0.2.7 agent:"A b" at:2d"#, now).unwrap();
        assert_eq!(Some("ada"), guest.user.as_deref());
        assert_eq!(Some("2026-03-03T12:00:00Z".parse().unwrap()), guest.at);
        let context = json!({"address": "192.0.2.7", "user_agent": "A b"});
        assert_eq!(context, serde_json::Value::Object(guest.context));
        assert!(Guest::parse("", now).unwrap().context.is_empty());
    }

    #[test]
    fn what_is_wrong_with_the_line_is_told() {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        for (line, told) in [
            ("ada", "ada: wants a name, as user:ada"),
            ("user:", "user: wants a value"),
            (
                "at:soon",
                "at: wants 7d, 12h, 30min, 2026-03-01 or 2026-03-01T12:00",
            ),
            (
                "ip:x",
                "no ip: (there are user: recipient: address: referrer: embed: country: agent: terms: at:)",
            ),
        ] {
            assert_eq!(told, Guest::parse(line, now).unwrap_err().to_string());
        }
    }

    #[test]
    fn the_token_of_a_link_is_found() {
        assert_eq!(
            "abc",
            token("https://a.example/share/x?layout=minimal&r=abc")
        );
        assert_eq!("abc", token("abc"));
    }
}
