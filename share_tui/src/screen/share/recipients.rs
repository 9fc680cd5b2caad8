//! To whom a share was sent, and how each of them used it.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Effect, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::screen::shares::figure::grouped;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// Recipients of a page.
const PAGE: usize = 100;

#[derive(Debug, Clone, Deserialize)]
struct Named {
    id: String,
    user_id: Option<String>,
    email: Option<String>,
    name: Option<String>,
    expires_at: Option<Moment>,
    revoked_at: Option<Moment>,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Usage {
    recipient_id: Option<String>,
    #[serde(default)]
    opens: u64,
    #[serde(default)]
    plays: u64,
    #[serde(default)]
    downloads: u64,
    #[serde(default)]
    refusals: u64,
    last_viewed: Option<Moment>,
}

/// A recipient with its figures; without one, all who came by the share's own link.
pub(super) struct Recipient {
    named: Option<Named>,
    usage: Usage,
}

impl Recipient {
    fn who(&self) -> String {
        let Some(named) = &self.named else {
            return "(by the share's own link)".to_owned();
        };
        let all = [&named.name, &named.email, &named.user_id];
        let all: Vec<&str> = all.into_iter().flatten().map(String::as_str).collect();
        if all.is_empty() {
            named.id.clone()
        } else {
            all.join(" · ")
        }
    }
}

const fn figure(
    title: &'static str,
    rank: u8,
    cell: fn(&Recipient, &Look) -> Cell,
) -> Column<Recipient> {
    Column {
        title,
        cells: 7,
        grows: false,
        rank,
        cell,
    }
}

const COLUMNS: &[Column<Recipient>] = &[
    Column {
        title: "who (y copies the link)",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |recipient, look| match recipient.named {
            Some(_) => Cell::plain(recipient.who()),
            None => Cell::new(recipient.who(), look.muted()),
        },
    },
    Column {
        title: "state",
        cells: 9,
        grows: false,
        rank: 1,
        cell: |recipient, look| match &recipient.named {
            None => Cell::plain(""),
            Some(named) if named.revoked_at.is_some() => Cell::new("taken off", look.danger()),
            Some(named) if named.expires_at.is_some_and(|at| at.is_past(look.now)) => {
                Cell::new("ended", look.muted())
            }
            Some(_) => Cell::new("on", look.good()),
        },
    },
    figure("opens", 2, |recipient, _| {
        Cell::plain(grouped(recipient.usage.opens))
    }),
    figure("plays", 3, |recipient, _| {
        Cell::plain(grouped(recipient.usage.plays))
    }),
    figure("loads", 5, |recipient, _| {
        Cell::plain(grouped(recipient.usage.downloads))
    }),
    figure("refused", 6, |recipient, _| {
        Cell::plain(grouped(recipient.usage.refusals))
    }),
    Column {
        title: "last viewed",
        cells: 11,
        grows: false,
        rank: 4,
        cell: |recipient, look| match recipient.usage.last_viewed {
            Some(at) => Cell::plain(at.relative(look.now)),
            None => Cell::new("never", look.muted()),
        },
    },
    Column {
        title: "link ends",
        cells: 10,
        grows: false,
        rank: 7,
        cell: |recipient, look| {
            let end = recipient.named.as_ref().and_then(|named| named.expires_at);
            Cell::plain(end.map(|at| at.relative(look.now)).unwrap_or_default())
        },
    },
];

/// The part.
pub(super) struct Recipients {
    rows: Rows<Recipient>,
    named: Vec<Named>,
    usage: BTreeMap<Option<String>, Usage>,
    listing: Option<Number>,
    is_refreshed: bool,
    has_more: bool,
    counting: Option<Number>,
    linking: Option<Number>,
}

impl Default for Recipients {
    fn default() -> Self {
        Self {
            rows: Rows::new(COLUMNS),
            named: Vec::new(),
            usage: BTreeMap::new(),
            listing: None,
            is_refreshed: false,
            has_more: false,
            counting: None,
            linking: None,
        }
    }
}

impl Recipients {
    pub(super) fn read(&mut self, id: &str, desk: &mut Desk) {
        self.is_refreshed = true;
        self.list(id, None, desk);
        let call = Call::read("share_usage_recipients").with("id", id);
        self.counting = Some(desk.ask(call));
    }

    fn list(&mut self, id: &str, cursor: Option<&str>, desk: &mut Desk) {
        let call = Call::read("recipient_list")
            .with("share_id", id)
            .with("limit", PAGE);
        self.listing = Some(desk.ask(call.maybe("cursor", cursor)));
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if self.listing == Some(reply.number) {
            self.listing = None;
            match reply.rows::<Named>() {
                Ok(named) => {
                    self.has_more = named.len() >= PAGE;
                    if std::mem::take(&mut self.is_refreshed) {
                        self.named.clear();
                    }
                    self.named.extend(named);
                    self.join();
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        } else if self.counting == Some(reply.number) {
            self.counting = None;
            match reply.rows::<Usage>() {
                Ok(usage) => {
                    let keyed = usage
                        .into_iter()
                        .map(|usage| (usage.recipient_id.clone(), usage));
                    self.usage = keyed.collect();
                    self.join();
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        } else if self.linking == Some(reply.number) {
            self.linking = None;
            match reply.rows::<Option<String>>() {
                Ok(links) => {
                    if let Some(link) = links.into_iter().flatten().next() {
                        desk.perform(Effect::Copy(link));
                    }
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    fn join(&mut self) {
        let of = |id: Option<&String>| self.usage.get(&id.cloned()).cloned();
        let mut rows: Vec<Recipient> = Vec::new();
        if let Some(usage) = of(None) {
            rows.push(Recipient { named: None, usage });
        }
        rows.extend(self.named.iter().map(|named| Recipient {
            named: Some(named.clone()),
            usage: of(Some(&named.id)).unwrap_or_default(),
        }));
        self.rows.put(rows);
    }

    /// Moves, and reads on at the end.
    pub(super) fn act(&mut self, action: Action, id: &str, desk: &mut Desk) -> bool {
        let moved = self.rows.act(action);
        if moved && self.rows.is_at_end() && self.has_more && self.listing.is_none() {
            let last = self.named.last().map(|named| named.id.clone());
            self.list(id, last.as_deref(), desk);
        }
        moved
    }

    /// Copies the link of the selected recipient; false if none is selected.
    pub(super) fn copy(&mut self, desk: &mut Desk) -> bool {
        let named = self.rows.selected().and_then(|row| row.named.as_ref());
        let Some(named) = named else {
            return false;
        };
        self.linking = Some(desk.ask(Call::read("recipient_link").with("id", &named.id)));
        true
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let nothing = if self.listing.is_some() {
            "reading…"
        } else {
            "no recipients"
        };
        self.rows.view(frame, area, nothing, look);
    }
}
