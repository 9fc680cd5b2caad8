//! Signed URLs with the time that is left, and what can still be fetched with those that were given out.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use serde::Deserialize;

use super::details::Details;
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// A signed URL.
pub(super) struct Signed {
    action: &'static str,
    pub(super) url: Option<String>,
    end: Option<Moment>,
    cookie: bool,
}

const COLUMNS: &[Column<Signed>] = &[
    Column {
        title: "URL for",
        cells: 8,
        grows: false,
        rank: 0,
        cell: |signed, _| Cell::plain(signed.action),
    },
    Column {
        title: "ends",
        cells: 10,
        grows: false,
        rank: 1,
        cell: |signed, look| match (signed.end, &signed.url) {
            (_, None) => Cell::new("none", look.muted()),
            (None, Some(_)) => Cell::new("never", look.warning()),
            (Some(end), Some(_)) if end.is_past(look.now) => Cell::new("over", look.danger()),
            (Some(end), Some(_)) => Cell::plain(end.relative(look.now)),
        },
    },
    Column {
        title: "cookie",
        cells: 6,
        grows: false,
        rank: 3,
        cell: |signed, _| Cell::plain(if signed.cookie { "yes" } else { "" }),
    },
    Column {
        title: "URL (y copies)",
        cells: 20,
        grows: true,
        rank: 2,
        cell: |signed, _| Cell::plain(signed.url.as_deref().unwrap_or_default()),
    },
];

/// What can still be fetched.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Reached {
    action: String,
    delivery: Option<String>,
    scheme: Option<String>,
    plays_until: Option<Moment>,
    stopped_by: Option<String>,
}

impl Reached {
    /// For questions: until when it goes on.
    pub(super) fn told(&self, now: jiff::Timestamp) -> String {
        let delivery = self.delivery.as_deref().unwrap_or("its delivery");
        let until = self.plays_until.map_or_else(
            || "without an end".to_owned(),
            |at| format!("until {} UTC ({})", at.absolute(), at.relative(now)),
        );
        let earlier = match self.stopped() {
            "" => String::new(),
            words => format!("; earlier by {words}"),
        };
        format!("{} by {delivery}: {until}{earlier}", self.action)
    }

    fn stopped(&self) -> &'static str {
        match self.stopped_by.as_deref() {
            Some("epoch") => "a purge of the old path",
            Some("key") => "revoking the key",
            Some("origin") => "the origin, which asks",
            _ => "",
        }
    }
}

const REACHED: &[Column<Reached>] = &[
    Column {
        title: "out there",
        cells: 9,
        grows: false,
        rank: 0,
        cell: |reached, _| Cell::plain(&reached.action),
    },
    Column {
        title: "plays until",
        cells: 16,
        grows: false,
        rank: 1,
        cell: |reached, look| match reached.plays_until {
            Some(at) => Cell::plain(at.absolute()),
            None => Cell::new("no end", look.warning()),
        },
    },
    Column {
        title: "delivery",
        cells: 12,
        grows: true,
        rank: 2,
        cell: |reached, _| Cell::plain(reached.delivery.as_deref().unwrap_or_default()),
    },
    Column {
        title: "scheme",
        cells: 12,
        grows: false,
        rank: 4,
        cell: |reached, _| Cell::plain(reached.scheme.as_deref().unwrap_or_default()),
    },
    Column {
        title: "earlier by",
        cells: 23,
        grows: false,
        rank: 3,
        cell: |reached, look| match reached.stopped() {
            "" => Cell::new("nothing", look.muted()),
            words => Cell::plain(words),
        },
    },
];

/// The part.
pub(super) struct Urls {
    signed: Rows<Signed>,
    reached: Rows<Reached>,
    awaited: Option<Number>,
}

impl Default for Urls {
    fn default() -> Self {
        Self {
            signed: Rows::new(COLUMNS),
            reached: Rows::still(REACHED),
            awaited: None,
        }
    }
}

impl Urls {
    /// Takes the URLs of a share that was read.
    pub(super) fn put(&mut self, details: &Details) {
        let signed = |action, url: &Option<String>, end, cookie| Signed {
            action,
            url: url.clone(),
            end,
            cookie,
        };
        self.signed.put(vec![
            signed(
                "stream",
                &details.stream_url,
                details.stream_expires_at,
                details.stream_cookie.is_some(),
            ),
            signed(
                "download",
                &details.media_download_url,
                details.media_download_expires_at,
                false,
            ),
            signed(
                "preview",
                &details.preview_url,
                details.preview_expires_at,
                false,
            ),
        ]);
    }

    pub(super) fn read(&mut self, id: &str, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("share_reach").with("id", id)));
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            match reply.rows() {
                Ok(reached) => self.reached.put(reached),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        self.signed.act(action)
    }

    /// The URL that keys act on.
    pub(super) fn selected(&self) -> Option<&str> {
        self.signed.selected()?.url.as_deref()
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [signed, _, reached] = Layout::vertical([
            Constraint::Length(4),
            Constraint::Length(1),
            Constraint::Min(1),
        ])
        .areas(area);
        self.signed.view(frame, signed, "", look);
        self.reached.view(
            frame,
            reached,
            "nothing that was given out plays any more",
            look,
        );
    }
}
