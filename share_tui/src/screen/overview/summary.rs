//! How the installation stands: versions, shares by state, and what wants attention.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use serde::Deserialize;

use super::item::{Item, Mood, Target};
use crate::look::Look;
use crate::text::fit;
use crate::widget::bar::bar;
use crate::widget::figure::{about, bounded, counted};

/// Jobs are counted so far.
const JOBS: u64 = 10_000;
/// Locks and access requests are counted so far.
const FEW: u64 = 1_000;

/// What the server tells; figures are missing for who is no operator.
#[derive(Debug, Deserialize)]
pub(super) struct Summary {
    extension_version: Option<String>,
    schema_version: Option<u64>,
    schema_latest: Option<u64>,
    server_version: Option<String>,
    database_name: Option<String>,
    database_role: Option<String>,
    caller_name: Option<String>,
    is_operator: Option<bool>,
    is_standby: bool,
    is_read_only: bool,
    replication_lag: Option<String>,
    shares_scheduled: Option<u64>,
    shares_active: Option<u64>,
    shares_disabled: Option<u64>,
    shares_exhausted: Option<u64>,
    shares_expired: Option<u64>,
    shares_revoked: Option<u64>,
    shares_deleted: Option<u64>,
    shares_is_exact: Option<bool>,
    jobs_queued: Option<u64>,
    jobs_running: Option<u64>,
    jobs_dead: Option<u64>,
    jobs_late: Option<u64>,
    locks: Option<u64>,
    access_requests: Option<u64>,
    keys_due: Option<u64>,
    event_months_ahead: Option<i64>,
}

impl Summary {
    /// Whether the tables are those that the extension works with.
    pub(super) fn is_migrated(&self) -> bool {
        self.schema_version.is_some() && self.schema_version == self.schema_latest
    }

    /// The first line.
    pub(super) fn line(&self, cells: u16, look: &Look) -> Line<'static> {
        let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "?".to_owned());
        let (tables, style) = match (self.schema_version, self.schema_latest) {
            (None, _) => (
                "no tables: select share.migrate()".to_owned(),
                look.danger(),
            ),
            (Some(is), Some(latest)) if is < latest => (
                format!("tables {is} of {latest}: select share.migrate()"),
                look.danger(),
            ),
            (Some(is), Some(latest)) if is > latest => (
                format!("tables {is}, newer than {latest}: alter extension pg_share update"),
                look.danger(),
            ),
            (Some(is), _) => (format!("tables {is}"), look.plain()),
        };
        let who = self
            .caller_name
            .clone()
            .unwrap_or_else(|| known(&self.database_role));
        let role = if self.is_operator == Some(true) {
            ", operator"
        } else {
            ""
        };
        let place = match (&self.replication_lag, self.is_standby) {
            (Some(lag), true) => {
                // Parts of a second say nothing here.
                let lag = lag.split_once('.').map_or(lag.as_str(), |(whole, _)| whole);
                format!("standby, {lag} behind")
            }
            (None, true) => "standby".to_owned(),
            (_, false) if self.is_read_only => "primary, read-only".to_owned(),
            (_, false) => "primary".to_owned(),
        };
        let server = known(&self.server_version);
        let server = server.split_whitespace().next().unwrap_or("?").to_owned();
        let before = format!("pg_share {}, ", known(&self.extension_version));
        let after = format!(
            " · {place} · PostgreSQL {server} · {} as {who}{role}",
            known(&self.database_name)
        );
        let mut left = usize::from(cells);
        let spans = [
            (before, look.plain()),
            (tables, style),
            (after, look.plain()),
        ]
        .map(|(text, style)| {
            let wide = crate::text::width(&crate::text::clean(&text)).min(left);
            left -= wide;
            Span::styled(fit(&text, wide), style)
        });
        Line::from(spans.to_vec())
    }

    fn states(&self, look: &Look) -> Option<[(&'static str, u64, Style); 7]> {
        let shares = [
            ("active", self.shares_active, look.good()),
            ("scheduled", self.shares_scheduled, look.warning()),
            ("disabled", self.shares_disabled, look.warning()),
            ("exhausted", self.shares_exhausted, look.plain()),
            ("expired", self.shares_expired, look.plain()),
            ("revoked", self.shares_revoked, look.danger()),
            ("deleted", self.shares_deleted, look.muted()),
        ];
        self.shares_is_exact?;
        Some(shares.map(|(name, number, style)| (name, number.unwrap_or(0), style)))
    }

    /// Shares by state; none for who may not know.
    pub(super) fn bars(&self, cells: u16, look: &Look) -> Option<Vec<Line<'static>>> {
        let is_exact = self.shares_is_exact?;
        let states = self.states(look)?;
        let all: u64 = states.iter().map(|(_, number, _)| number).sum();
        let most = states
            .iter()
            .map(|(_, number, _)| *number)
            .max()
            .unwrap_or(0);
        let said: Vec<String> = states
            .iter()
            .map(|(_, number, _)| about(*number, is_exact))
            .collect();
        let wide = said.iter().map(String::len).max().unwrap_or(0);
        let room = usize::from(cells).saturating_sub(9 + 1 + wide + 1);
        let room = u16::try_from(room).unwrap_or(0);
        let mut lines = vec![Line::styled(
            format!("  {} shares", about(all, is_exact)),
            look.heading(),
        )];
        for ((name, number, style), said) in states.into_iter().zip(said) {
            lines.push(Line::from(vec![
                Span::raw(format!("{name:<9} {said:>wide$} ")),
                Span::styled(bar(number, most, room), style),
            ]));
        }
        if let Some(months) = self.event_months_ahead {
            let (said, style) = match u64::try_from(months) {
                Err(_) => (
                    "no room for the events of this month".to_owned(),
                    look.danger(),
                ),
                Ok(0) => (
                    "no room for next month's events yet".to_owned(),
                    look.warning(),
                ),
                Ok(months) => (
                    format!(
                        "events: room for {} ahead",
                        counted(months, "month", "months")
                    ),
                    look.muted(),
                ),
            };
            lines.push(Line::default());
            lines.push(Line::styled(said, style));
        }
        Some(lines)
    }

    /// Shares in one line, where there is no room for more.
    pub(super) fn brief(&self, look: &Look) -> Option<String> {
        let is_exact = self.shares_is_exact?;
        let all: u64 = self.states(look)?.iter().map(|(_, number, _)| number).sum();
        let active = self.shares_active.unwrap_or(0);
        Some(format!(
            "{} of {} shares active",
            about(active, is_exact),
            about(all, is_exact)
        ))
    }

    /// How many locks there are, in words.
    pub(super) fn locks(&self) -> Option<String> {
        let locks = self.locks.filter(|locks| *locks > 0);
        locks.map(|locks| bounded(locks, FEW))
    }

    /// What wants attention, or might; nothing for who may not know.
    pub(super) fn attention(&self) -> Vec<Item> {
        let item = |name: &str, number: Option<u64>, bound: u64, mood: Mood, target: Target| {
            let number = number?;
            Some(Item {
                name: name.to_owned(),
                note: String::new(),
                figure: bounded(number, bound),
                mood: if number == 0 { Mood::Quiet } else { mood },
                target,
            })
        };
        let items = [
            item(
                "jobs given up",
                self.jobs_dead,
                JOBS,
                Mood::Danger,
                Target::Jobs("dead"),
            ),
            item(
                "jobs late",
                self.jobs_late,
                JOBS,
                Mood::Warning,
                Target::Jobs("queued"),
            ),
            item(
                "jobs waiting",
                self.jobs_queued,
                JOBS,
                Mood::Plain,
                Target::Jobs("queued"),
            ),
            item(
                "jobs running",
                self.jobs_running,
                JOBS,
                Mood::Plain,
                Target::Jobs("running"),
            ),
            item(
                "access requests",
                self.access_requests,
                FEW,
                Mood::Warning,
                Target::AccessRequests,
            ),
            item(
                "keys due for rotation",
                self.keys_due,
                u64::MAX,
                Mood::Warning,
                Target::Named("keys"),
            ),
        ];
        items.into_iter().flatten().collect()
    }
}
