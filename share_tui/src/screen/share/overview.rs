//! What a share is: its state and why, its figures, its window, caps, permissions, gates and locks.

use crate::look::Look;
use crate::screen::shares::figure::grouped;
use crate::screen::shares::state_style;
use crate::widget::facts::Fact;

use super::details::{Details, clock};

/// Cells of the labels.
pub(super) const LABEL: usize = 11;

/// The facts of the first part.
pub(super) fn facts(details: &Details, id: &str, look: &Look) -> Vec<Fact> {
    let now = look.now;
    let mut facts = Vec::new();
    let state = format!("{} · {}", details.state, details.why(now));
    facts.push(Fact::new("state", state, state_style(&details.state, look)));
    for lock in &details.locked {
        let until = lock.locked_until.map_or_else(String::new, |until| {
            format!(" until {} UTC ({})", until.absolute(), until.relative(now))
        });
        let failures = lock.failures.unwrap_or(0);
        let text = format!(
            "{} is locked out{until}: {failures} wrong passwords; u unlocks",
            lock.who()
        );
        facts.push(Fact::new("locked", text, look.warning()));
    }
    let title = details.title.as_deref().unwrap_or("(none)");
    facts.push(Fact::new("title", title, look.heading()));
    if let Some(description) = &details.description {
        facts.push(Fact::plain("description", description));
    }
    facts.push(Fact::plain("file", file(details)));
    let link = details
        .slug
        .as_ref()
        .map_or_else(|| id.to_owned(), |slug| format!("{slug} ({id})"));
    facts.push(Fact::plain("address", link));
    let card = details.link_preview.as_deref().unwrap_or("none");
    facts.push(Fact::plain(
        "visible",
        format!("{} · link card: {card}", details.visibility),
    ));
    facts.push(Fact::plain("window", window(details)));
    facts.push(Fact::plain("caps", caps(details)));
    let permissions = details.permissions.as_deref().unwrap_or_default();
    let permissions = if permissions.is_empty() {
        "nothing".to_owned()
    } else {
        permissions.join(", ")
    };
    facts.push(Fact::plain("may", permissions));
    facts.push(Fact::plain("gates", gates(details)));
    for (key, value) in details.restrictions.iter().flatten() {
        let words = match value {
            serde_json::Value::Array(entries) => {
                let entries = entries.iter().map(|entry| {
                    entry
                        .as_str()
                        .map_or_else(|| entry.to_string(), str::to_owned)
                });
                entries.collect::<Vec<_>>().join(", ")
            }
            other => other.to_string(),
        };
        facts.push(Fact::plain(
            "",
            format!("{}: {words}", key.replace('_', " ")),
        ));
    }
    facts.extend(figures(details, look));
    let owner = details.owner_id.as_deref().unwrap_or("(none)");
    let account = details.account_id.as_deref().unwrap_or("(unknown)");
    facts.push(Fact::plain("owner", format!("{owner} · account {account}")));
    let created = details
        .created_at
        .map_or_else(String::new, |at| format!("made {} UTC", at.absolute()));
    let updated = details
        .updated_at
        .map_or_else(String::new, |at| format!(", changed {}", at.relative(now)));
    facts.push(Fact::new(
        "times",
        format!("{created}{updated}"),
        look.muted(),
    ));
    if let Some(metadata) = details
        .metadata
        .as_ref()
        .filter(|metadata| **metadata != serde_json::json!({}))
    {
        facts.push(Fact::new("metadata", metadata.to_string(), look.muted()));
    }
    facts
}

fn file(details: &Details) -> String {
    let Some(file) = &details.file else {
        return "(unknown)".to_owned();
    };
    let mut words = file.path.clone().unwrap_or_else(|| file.id.clone());
    if let Some(seconds) = file.duration_seconds {
        words = format!("{words}, {}", clock(seconds));
    }
    if let Some(segment) = &details.segment {
        let begin = clock(segment.start_time.unwrap_or(0.0));
        let end = segment.end_time.map_or_else(|| "the end".to_owned(), clock);
        words = format!("{words}, from {begin} to {end}");
    }
    words
}

fn window(details: &Details) -> String {
    let begin = details.starts_at.map_or_else(
        || "at once".to_owned(),
        |at| format!("{} UTC", at.absolute()),
    );
    let end = details
        .expires_at
        .map_or_else(|| "never".to_owned(), |at| format!("{} UTC", at.absolute()));
    format!("begins {begin}, ends {end}")
}

fn caps(details: &Details) -> String {
    if details.caps.is_empty() {
        return "none".to_owned();
    }
    let caps = details.caps.iter();
    let caps =
        caps.map(|(kind, cap)| format!("{kind} {} of {}", grouped(cap.used), grouped(cap.maximum)));
    caps.collect::<Vec<_>>().join(" · ")
}

fn gates(details: &Details) -> String {
    let mut gates = Vec::new();
    if details.has_password == Some(true) {
        gates.push("password".to_owned());
    }
    if details.recipients_only == Some(true) {
        gates.push("recipients only".to_owned());
    }
    match (
        details.prove_email == Some(true),
        details.email_domains.as_deref(),
    ) {
        (_, Some(domains)) if !domains.is_empty() => {
            gates.push(format!("proved mail of {}", domains.join(", ")));
        }
        (true, _) => gates.push("proved mail".to_owned()),
        _ => {}
    }
    if let Some(version) = &details.terms_version {
        gates.push(format!("terms {version}"));
    }
    if let Some(watermark) = &details.watermark {
        gates.push(format!("watermark \"{watermark}\""));
    }
    if gates.is_empty() {
        gates.push("none".to_owned());
    }
    gates.join(" · ")
}

fn figures(details: &Details, look: &Look) -> Vec<Fact> {
    let sum = |of: fn(&super::details::Day) -> u64| grouped(details.usage.iter().map(of).sum());
    let last = details.usage.iter().filter_map(|day| day.last_viewed).max();
    let last = last.map_or_else(
        || "not viewed".to_owned(),
        |at| format!("last viewed {}", at.relative(look.now)),
    );
    let words = format!(
        "opens {} · plays {} · downloads {} · refusals {} · bots {} · {last}",
        sum(|day| day.opens),
        sum(|day| day.plays),
        sum(|day| day.downloads),
        sum(|day| day.refusals),
        sum(|day| day.bots),
    );
    let mut facts = vec![Fact::plain("30 days", words)];
    if let (Some(first), Some(end)) = (details.usage.first(), details.usage.last()) {
        let views: Vec<u64> = details
            .usage
            .iter()
            .map(|day| day.opens + day.plays)
            .collect();
        let most = views.iter().copied().max().unwrap_or(0);
        let words = format!(
            "{} {} to {}, at most {} opens and plays",
            bars(&views),
            first.date,
            end.date,
            grouped(most)
        );
        facts.push(Fact::plain("by day", words));
    }
    facts
}

/// Figures as bars of one line.
fn bars(figures: &[u64]) -> String {
    const BARS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = figures.iter().copied().max().unwrap_or(0).max(1);
    let bar = |figure: &u64| {
        // What is not nothing is to be seen.
        let eighth = (figure.saturating_mul(8)).div_ceil(most);
        let place = usize::try_from(eighth).unwrap_or(8).min(8);
        BARS.get(place).copied().unwrap_or(' ')
    };
    figures.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn the_highest_bar_is_full_and_what_is_not_nothing_is_seen() {
        assert_eq!("█▁ ▄", bars(&[1_000, 1, 0, 500]));
        assert_eq!("  ", bars(&[0, 0]));
    }
}
