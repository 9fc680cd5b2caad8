//! Which comments are looked for beside their state, written as a line of words. Pure.

use crate::call::Call;
use crate::media_time;

/// What may be written, for who begins to write.
pub(super) const HINT: &str = "1:23 for those near that time, public, internal";

/// Which comments; what is missing does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// The second that they are near, as the server reads it.
    pub(super) near: Option<String>,
    is_public: Option<bool>,
}

impl Filter {
    /// Reads a line.
    ///
    /// # Errors
    /// What is not understood, in words for who has written it.
    pub(super) fn parse(line: &str) -> Result<Self, String> {
        let mut filter = Self::default();
        for word in line.split_whitespace() {
            let is_again = match word {
                "public" | "internal" => {
                    let wanted = word == "public";
                    filter.is_public.replace(wanted).is_some()
                }
                time => filter.near.replace(media_time::parse(time)?).is_some(),
            };
            if is_again {
                return Err(format!("{word} and something else of its kind"));
            }
        }
        Ok(filter)
    }

    /// Adds what is looked for.
    pub(super) fn onto(&self, call: Call) -> Call {
        call.maybe("near", self.near.as_ref())
            .maybe("is_public", self.is_public)
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;
    use crate::call::Call;

    fn given(line: &str) -> Result<Vec<(&'static str, String)>, String> {
        let call = Filter::parse(line)?.onto(Call::read("comment_list"));
        Ok(call.arguments().to_vec())
    }

    #[test]
    fn a_line_becomes_the_arguments_of_the_list() {
        assert_eq!(Ok(Vec::new()), given(" "));
        let near = ("near", "83.5".to_owned());
        let internal = ("is_public", "false".to_owned());
        assert_eq!(Ok(vec![near, internal]), given("internal 1:23.5"));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (line, said) in [
            ("open", "open is no time in a file"),
            ("public internal", "internal and something else"),
            ("1 2", "2 and something else"),
        ] {
            assert!(given(line).unwrap_err().contains(said), "{line}");
        }
    }
}
