//! Which files are looked for, written as a line of words. Pure.

/// What is typed: words, and fields that the server knows.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) text: String,
    pub(super) status: Option<String>,
    pub(super) media_type: Option<String>,
}

impl Filter {
    /// Reads a line. What is no field is text, so that a path may have a colon.
    pub(super) fn parse(line: &str) -> Self {
        let mut filter = Self::default();
        let mut words = Vec::new();
        for word in line.split_whitespace() {
            match word.split_once(':') {
                Some(("status", value)) if !value.is_empty() => {
                    filter.status = Some(value.to_owned());
                }
                Some(("media", value)) if !value.is_empty() => {
                    filter.media_type = Some(value.to_owned());
                }
                _ => words.push(word),
            }
        }
        filter.text = words.join(" ");
        filter
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn fields_are_told_from_text() {
        let filter = Filter::parse("status:failed  big film media:video a:b");
        assert_eq!("big film a:b", filter.text);
        assert_eq!(Some("failed"), filter.status.as_deref());
        assert_eq!(Some("video"), filter.media_type.as_deref());
        assert_eq!("media:", Filter::parse("media:").text);
    }
}
