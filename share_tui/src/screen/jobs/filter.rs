//! What jobs are looked for, written as a line of words beside the state that is chosen. Pure.

use super::super::words;
use crate::call::Call;

/// What may be written, for who begins to write.
pub(super) const HINT: &str = "kind:purge share:<id> account:<id>";

/// What jobs are looked for; what is missing does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter(Vec<(&'static str, String)>);

impl Filter {
    /// Reads a line.
    ///
    /// # Errors
    /// What is not understood, in words for who has written it.
    pub(super) fn parse(line: &str) -> Result<Self, String> {
        let mut filter = Self::default();
        for word in words::split(line)? {
            let (name, value) = match word.field.as_deref() {
                // A word alone can only be a kind: nothing else has a name.
                None | Some("kind") => ("kind", word.value),
                Some("share") => ("share_id", words::id("share", &word.value)?),
                Some("account") => ("account_id", words::id("account", &word.value)?),
                Some(other) => return Err(format!("no field {other}: kind, share, account")),
            };
            if filter.0.iter().any(|(known, _)| *known == name) {
                return Err(format!("{name} is given twice"));
            }
            filter.0.push((name, value));
        }
        Ok(filter)
    }

    /// The list of these jobs.
    pub(super) fn call(&self, state: Option<&str>) -> Call {
        let call = Call::read("job_list").maybe("state", state);
        self.0
            .iter()
            .fold(call, |call, (name, value)| call.with(name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn a_line_becomes_the_arguments_of_the_list() {
        let id = "0199f7a1-0000-7000-8000-00000000000a";
        let call = Filter::parse(&format!("purge share:{id}"))
            .unwrap()
            .call(Some("dead"));
        let given = [("state", "dead"), ("kind", "purge"), ("share_id", id)];
        assert!(
            given
                .iter()
                .all(|(name, value)| call.argument(name) == Some(value))
        );
        assert_eq!(given.len(), call.arguments().len());
        assert!(Filter::default().call(None).arguments().is_empty());
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (line, said) in [
            ("state:dead", "no field state"),
            ("purge webhook", "kind is given twice"),
            ("share:1", "whole id"),
        ] {
            assert!(Filter::parse(line).unwrap_err().contains(said), "{line}");
        }
    }
}
