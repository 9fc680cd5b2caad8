//! What a signer writes: the URL, the cookie where one carries the token, and on request how it came about.

use std::ops::Range;

/// Tells one step of signing to who asks why an edge says no; never a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the value is, in the words of the scheme's documentation.
    pub name: &'static str,
    /// The value.
    pub value: String,
}

/// Takes a signed URL; one is used for many rows, so that signing allocates nothing of its own.
#[derive(Debug, Default)]
pub struct Output {
    /// The URL.
    pub url: String,
    /// `name=value` of the cookie that goes with it; empty where the URL carries its own signature. Several cookies are
    /// joined by `"; "`, as in the header `Cookie`.
    pub cookie: String,
    steps: Option<Vec<Step>>,
}

impl Output {
    /// Starts empty, with room for a usual URL.
    #[must_use]
    pub fn new() -> Self {
        Self {
            url: String::with_capacity(512),
            ..Self::default()
        }
    }

    /// Starts empty and keeps what signers tell of their steps.
    #[must_use]
    pub fn explaining() -> Self {
        Self {
            steps: Some(Vec::new()),
            ..Self::new()
        }
    }

    /// Empties it for the next row.
    pub fn clear(&mut self) {
        self.url.clear();
        self.cookie.clear();
        if let Some(steps) = &mut self.steps {
            steps.clear();
        }
    }

    /// Notes a step, when someone asked; the value must hold no key.
    pub fn explain(&mut self, name: &'static str, value: impl FnOnce() -> String) {
        if let Some(steps) = &mut self.steps {
            let value = value();
            steps.push(Step { name, value });
        }
    }

    /// Notes a part of the URL, when someone asked.
    pub fn explain_url(&mut self, name: &'static str, part: Range<usize>) {
        if let Some(steps) = &mut self.steps {
            let value = self.url.get(part).unwrap_or_default().to_owned();
            steps.push(Step { name, value });
        }
    }

    /// Notes a part of the cookie, when someone asked.
    pub fn explain_cookie(&mut self, name: &'static str, part: Range<usize>) {
        if let Some(steps) = &mut self.steps {
            let value = self.cookie.get(part).unwrap_or_default().to_owned();
            steps.push(Step { name, value });
        }
    }

    /// Gives the steps so far.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        self.steps.as_deref().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Output;

    #[test]
    fn steps_are_kept_only_for_who_asked() {
        let mut quiet = Output::new();
        quiet.explain("string to sign", || unreachable!("nobody asked"));
        assert!(quiet.steps().is_empty());
        let mut asked = Output::explaining();
        asked.explain("string to sign", || "text".to_owned());
        asked.url.push_str("https://h/a");
        asked.explain_url("path", 9..11);
        asked.cookie.push_str("name=value");
        asked.explain_cookie("value", 5..10);
        let values: Vec<_> = asked.steps().iter().map(|step| &*step.value).collect();
        assert_eq!(values, ["text", "/a", "value"]);
    }
}
