//! What is asked of the server: one function of the API with its arguments.

use std::fmt::{self, Display, Write as _};

/// Whether a call only reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// May be sent again when the server was lost on the way.
    Reads,
    /// Changes something, and nobody knows whether it did when the server was lost on the way.
    Writes,
}

/// A call of one function in schema `share`.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    function: &'static str,
    access: Access,
    arguments: Vec<(&'static str, String)>,
}

impl fmt::Debug for Call {
    /// Without the values, which may be passwords.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.arguments.iter().map(|(name, _)| *name).collect();
        write!(out, "{}({})", self.function, names.join(", "))
    }
}

impl Call {
    /// A call that only reads.
    #[must_use]
    pub fn read(function: &'static str) -> Self {
        Self {
            function,
            access: Access::Reads,
            arguments: Vec::new(),
        }
    }

    /// A call that changes something.
    #[must_use]
    pub fn write(function: &'static str) -> Self {
        Self {
            access: Access::Writes,
            ..Self::read(function)
        }
    }

    /// Adds an argument in the text form of its type.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// Adds an argument unless it is missing.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds an array.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, name: &'static str, values: &[T]) -> Self {
        let values: Vec<String> = values
            .iter()
            .map(|value| {
                let escaped = value.as_ref().replace('\\', "\\\\").replace('"', "\\\"");
                format!("\"{escaped}\"")
            })
            .collect();
        self.with(name, format!("{{{}}}", values.join(",")))
    }

    /// The function's name.
    #[must_use]
    pub fn function(&self) -> &'static str {
        self.function
    }

    /// Whether it only reads.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// The arguments in their text form.
    #[must_use]
    pub fn arguments(&self) -> &[(&'static str, String)] {
        &self.arguments
    }

    /// An argument by its name.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        let found = self.arguments.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The statement, which gives each row as one JSON text.
    #[must_use]
    pub fn statement(&self) -> String {
        let mut given = String::new();
        for (place, (name, _)) in self.arguments.iter().enumerate() {
            let comma = if place > 0 { ", " } else { "" };
            // Names are quoted: some, like limit, are words of SQL.
            let _ = write!(given, "{comma}\"{name}\" => ${}", place + 1);
        }
        format!(
            "select to_jsonb(r)::text from share.{}({given}) r",
            self.function
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Call;

    #[test]
    fn a_call_is_one_statement_with_named_arguments() {
        let call = Call::read("share_list")
            .with("limit", 100)
            .maybe("cursor", None::<&str>)
            .list("ids", &["a", "b\"\\"]);
        assert_eq!(
            r#"select to_jsonb(r)::text from share.share_list("limit" => $1, "ids" => $2) r"#,
            call.statement()
        );
        assert_eq!(Some(r#"{"a","b\"\\"}"#), call.argument("ids"));
    }

    #[test]
    fn no_value_is_printed_with_a_call() {
        let call = Call::write("share_update").with("password", "tr0ub4dor");
        assert_eq!("share_update(password)", format!("{call:?}"));
    }
}
