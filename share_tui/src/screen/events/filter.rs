//! What events are looked for, written as a line of words. Pure.

use std::net::IpAddr;

use jiff::Timestamp;

use super::super::words::{self, Toward};
use crate::call::Call;

/// What may be written, for who begins to write.
pub(super) const HINT: &str = "kind:share.* actor: by: address: reason: share: recipient: account: bot:no after:2h before:2026-01-31";

/// What events are looked for; what is missing does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    kinds: Vec<String>,
    given: Vec<(&'static str, String)>,
    /// Events at or after it.
    pub(super) after: Option<Timestamp>,
    /// Events before it.
    pub(super) before: Option<Timestamp>,
}

impl Filter {
    /// Reads a line.
    ///
    /// # Errors
    /// What is not understood, in words for who has written it.
    pub(super) fn parse(line: &str, now: Timestamp) -> Result<Self, String> {
        let mut filter = Self::default();
        for word in words::split(line)? {
            let value = word.value;
            let Some(field) = word.field else {
                // A kind is known by its dot.
                if !value.contains('.') {
                    return Err(format!(
                        "what is {value}? write kind:, actor:, reason: … before it"
                    ));
                }
                filter.kinds.push(kind(&value)?);
                continue;
            };
            match field.as_str() {
                "kind" => {
                    for one in value.split(',') {
                        filter.kinds.push(kind(one)?);
                    }
                }
                "actor" => filter.put("actor", value)?,
                "by" => match value.as_str() {
                    "service" | "user" | "api_key" | "visitor" => {
                        filter.put("actor_kind", value)?;
                    }
                    _ => {
                        return Err(format!(
                            "by: service, user, api_key or visitor, not {value}"
                        ));
                    }
                },
                "address" => {
                    address(&value)?;
                    filter.put("address", value)?;
                }
                "reason" => filter.put("reason", value)?,
                "share" => filter.put("share_id", words::id("share", &value)?)?,
                "recipient" => filter.put("recipient_id", words::id("recipient", &value)?)?,
                "account" => filter.put("account_id", words::id("account", &value)?)?,
                "bot" => match value.as_str() {
                    "yes" => filter.put("is_bot", "true".to_owned())?,
                    "no" => filter.put("is_bot", "false".to_owned())?,
                    _ => return Err(format!("bot: yes or no, not {value}")),
                },
                "after" => filter.after = Some(words::time(&value, Toward::Past, now)?),
                "before" => filter.before = Some(words::time(&value, Toward::Past, now)?),
                other => {
                    return Err(format!(
                        "no field {other}: kind, actor, by, address, reason, share, recipient, account, bot, after, before"
                    ));
                }
            }
        }
        if let (Some(after), Some(before)) = (filter.after, filter.before)
            && after >= before
        {
            return Err("after is not before before: nothing can meet that".to_owned());
        }
        Ok(filter)
    }

    fn put(&mut self, name: &'static str, value: String) -> Result<(), String> {
        if self.given.iter().any(|(known, _)| *known == name) {
            return Err(format!("{name} is given twice"));
        }
        self.given.push((name, value));
        Ok(())
    }

    /// The search without its times.
    fn call(&self) -> Call {
        let call = Call::read("event_search");
        let call = if self.kinds.is_empty() {
            call
        } else {
            call.list("kinds", &self.kinds)
        };
        let given = self.given.iter();
        given.fold(call, |call, (name, value)| call.with(name, value))
    }

    /// The search, newest first.
    pub(super) fn newest_first(&self) -> Call {
        self.call()
            .maybe("after", self.after)
            .maybe("before", self.before)
    }

    /// The search for what has come since a time, oldest first.
    pub(super) fn since(&self, time: Timestamp) -> Call {
        let after = self.after.map_or(time, |after| after.max(time));
        self.call().with("after", after).with("descending", false)
    }
}

/// Checks a kind: a noun and a past, or a star in place of what follows.
fn kind(text: &str) -> Result<String, String> {
    let stem = text.strip_suffix('*').unwrap_or(text);
    let is_kind = !text.is_empty()
        && stem
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || matches!(letter, '.' | '_'));
    if is_kind {
        Ok(text.to_owned())
    } else {
        Err(format!("{text} is no kind: share.opened, share.*, key.*"))
    }
}

/// Checks an address or a network.
fn address(text: &str) -> Result<(), String> {
    let (host, bits) = text
        .split_once('/')
        .map_or((text, None), |(host, bits)| (host, Some(bits)));
    let known: Option<IpAddr> = host.parse().ok();
    let most = known.map_or(0, |known| if known.is_ipv4() { 32 } else { 128 });
    let is_network = bits.is_none_or(|bits| bits.parse::<u8>().is_ok_and(|bits| bits <= most));
    if known.is_some() && is_network {
        Ok(())
    } else {
        Err(format!(
            "{text} is no address: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32"
        ))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::Filter;

    fn now() -> Timestamp {
        "2026-03-01T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_line_becomes_the_arguments_of_the_search() {
        let line = r#"share.* kind:key.rotated,job.dropped actor:"Ada L" by:user address:2001:db8::/32 bot:no after:2h before:2026-03-01T11:00 reason:password"#;
        let call = Filter::parse(line, now()).unwrap().newest_first();
        for (name, value) in [
            ("kinds", r#"{"share.*","key.rotated","job.dropped"}"#),
            ("actor", "Ada L"),
            ("actor_kind", "user"),
            ("address", "2001:db8::/32"),
            ("is_bot", "false"),
            ("after", "2026-03-01T10:00:00Z"),
            ("before", "2026-03-01T11:00:00Z"),
            ("reason", "password"),
        ] {
            assert_eq!(Some(value), call.argument(name), "{name}");
        }
        assert_eq!(8, call.arguments().len());
        assert!(
            Filter::parse("", now())
                .unwrap()
                .newest_first()
                .arguments()
                .is_empty()
        );
    }

    #[test]
    fn what_came_since_a_time_is_asked_oldest_first_and_not_before_the_filter() {
        let filter = Filter::parse("after:1h", now()).unwrap();
        let early = filter.since("2026-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(Some("2026-03-01T11:00:00Z"), early.argument("after"));
        let late = filter.since(now());
        assert_eq!(Some("2026-03-01T12:00:00Z"), late.argument("after"));
        assert_eq!(Some("false"), late.argument("descending"));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (line, said) in [
            ("opened", "what is opened?"),
            ("colour:red", "no field colour"),
            ("kind:Share", "Share is no kind"),
            ("kind:share.opened,", " is no kind"),
            ("kind:*.opened", "*.opened is no kind"),
            ("by:robot", "by: service"),
            ("bot:maybe", "bot: yes or no"),
            ("address:example.org", "example.org is no address"),
            ("address:203.0.113.0/33", "203.0.113.0/33 is no address"),
            ("share:0199", "share takes a whole id"),
            ("actor:a actor:b", "actor is given twice"),
            ("after:soon", "soon is no time"),
            ("after:1h before:2h", "after is not before before"),
            ("actor:\"a", "a quotation mark"),
        ] {
            let told = Filter::parse(line, now()).unwrap_err();
            assert!(told.contains(said), "{line}: {told}");
        }
    }
}
