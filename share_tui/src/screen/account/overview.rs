//! What an account is, its rules, and how its shares were used.

use jiff::SignedDuration;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::screen::dialog::{Dialog, Field, patch};
use crate::screen::policy;
use crate::widget::bar::bars;
use crate::widget::labelled::{Labelled, missing};
use crate::widget::page::Page;

/// So many days of use are shown, each as one bar.
const DAYS: i64 = 30;

/// The account as the server describes it.
#[derive(Debug, Deserialize)]
struct Details {
    id: String,
    name: String,
    metadata: Value,
    stream_delivery: Option<String>,
    download_delivery: Option<String>,
    preview_delivery: Option<String>,
    created_at: Moment,
    updated_at: Moment,
    policy: Value,
}

/// A number of a day.
type Measure = fn(&Day) -> u64;

/// The use of a day.
#[derive(Debug, Deserialize)]
struct Day {
    opens: u64,
    plays: u64,
    downloads: u64,
    refusals: u64,
    is_exact: bool,
}

/// What an account is.
pub(super) struct Overview {
    id: String,
    details: Option<Details>,
    days: Vec<Day>,
    page: Page,
    awaited: Option<Number>,
    use_awaited: Option<Number>,
}

impl Overview {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            details: None,
            days: Vec::new(),
            page: Page::default(),
            awaited: None,
            use_awaited: None,
        }
    }

    pub(super) fn name(&self) -> Option<&String> {
        self.details.as_ref().map(|account| &account.name)
    }

    pub(super) fn is_known(&self) -> bool {
        self.details.is_some()
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("account_get").with("id", &self.id)));
        // By buckets, whose number does not depend on how many shares there are.
        let since = desk.now() - SignedDuration::from_hours(24 * DAYS);
        let usage = Call::read("usage_overview")
            .with("account_id", &self.id)
            .with("since", since)
            .with("buckets", DAYS);
        self.use_awaited = Some(desk.ask(usage));
    }

    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            let details = reply.rows::<Details>();
            return Some(details.map(|mut rows| self.details = rows.pop()));
        }
        if self.use_awaited == Some(reply.number) {
            self.use_awaited = None;
            return Some(reply.rows().map(|days| self.days = days));
        }
        None
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, &self.details) {
            (Action::Edit, Some(details)) => desk.open(Box::new(edit(details))),
            _ => {
                self.page.act(action);
            }
        }
    }

    fn facts(&self, look: &Look) -> Labelled {
        let Some(account) = &self.details else {
            return Labelled::missing(self.awaited.is_some(), look);
        };
        let mut facts = Labelled::default().with("name", &account.name);
        for (label, name) in [
            ("streams by", &account.stream_delivery),
            ("downloads by", &account.download_delivery),
            ("previews by", &account.preview_delivery),
        ] {
            facts = match name {
                Some(name) => facts.with(label, name),
                None => facts.styled(label, "nothing", look.warning()),
            };
        }
        let rule = |name: &str| account.policy.get(name);
        let hours = |name: &str| rule(name).and_then(Value::as_u64);
        let flag = |name: &str| rule(name).and_then(Value::as_bool).unwrap_or(false);
        facts = facts
            .with(
                "new shares expire",
                hours("default_hours").map_or_else(
                    || "never, unless they say so".to_owned(),
                    |many| format!("after {many} hours, unless they say otherwise"),
                ),
            )
            .with(
                "longest time",
                hours("maximum_hours")
                    .map_or_else(|| "no limit".to_owned(), |many| format!("{many} hours")),
            )
            .with(
                "password",
                if flag("password_required") {
                    "each new share must have one"
                } else {
                    "not required"
                },
            )
            .with(
                "shares of a file",
                if flag("many_shares") {
                    "more than one may be active"
                } else {
                    "one may be active"
                },
            )
            .with(
                "addresses in events",
                rule("addresses")
                    .and_then(Value::as_str)
                    .unwrap_or("truncated"),
            );
        facts = self.used(facts, look);
        let metadata = Some(&account.metadata)
            .filter(|metadata| metadata.as_object().is_none_or(|known| !known.is_empty()))
            .map(ToString::to_string);
        facts
            .with("created", account.created_at.absolute())
            .with("changed", account.updated_at.absolute())
            .with("id", &account.id)
            .maybe("metadata", metadata)
    }

    fn used(&self, facts: Labelled, look: &Look) -> Labelled {
        if self.days.is_empty() {
            let words = missing(self.use_awaited.is_some());
            return facts.styled("last 30 days", words, look.muted());
        }
        let about = if self.days.iter().all(|day| day.is_exact) {
            ""
        } else {
            "about "
        };
        let mut facts = facts;
        let measures: [(&str, Measure); 4] = [
            ("opens", |day| day.opens),
            ("plays", |day| day.plays),
            ("downloads", |day| day.downloads),
            ("refusals", |day| day.refusals),
        ];
        for (place, (name, measure)) in measures.into_iter().enumerate() {
            let numbers: Vec<u64> = self.days.iter().map(measure).collect();
            let sum: u64 = numbers.iter().sum();
            let said = format!("{} {about}{sum} {name}", bars(&numbers));
            facts = if place == 0 {
                facts.with("last 30 days", said)
            } else {
                facts.more(said, look.plain())
            };
        }
        facts
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = self.facts(look).lines(area.width, look);
        self.page.view(lines, frame, area, look);
    }
}

/// The dialog for an account.
fn edit(account: &Details) -> Dialog {
    let text = |name: &str, value: &Option<String>, help: &str| {
        Field::text(name, value.clone().unwrap_or_default(), help)
    };
    let served = "name of a delivery of the account; empty for none";
    let mut fields = vec![
        Field::text("name", account.name.clone(), "1 to 200 characters"),
        text("stream_delivery", &account.stream_delivery, served),
        text("download_delivery", &account.download_delivery, served),
        text("preview_delivery", &account.preview_delivery, served),
    ];
    let own = fields.len();
    fields.extend(policy::of_account(&account.policy));
    let (id, held) = (account.id.clone(), account.policy.clone());
    let title = format!("edit account {}", account.name);
    Dialog::new(title, fields, "the account is changed", move |fields| {
        let mut changes: Map<String, Value> = patch(fields.iter().take(own));
        if let Some(policy) = policy::changed(&held, fields)? {
            changes.insert("policy".to_owned(), policy);
        }
        if changes.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(Call::write("account_update")
            .with("id", &id)
            .with("patch", Value::Object(changes)))
    })
}
