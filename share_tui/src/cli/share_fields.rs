//! The fields of a share that a command line can give, for a new share and for a change.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde_json::{Value, json};

use super::failure::Failure;
use super::time::moment;
use crate::call::Call;

/// Permissions of a share.
pub(super) const PERMISSIONS: [&str; 8] = [
    "view",
    "download",
    "comment",
    "comments_view",
    "metadata_view",
    "metadata_edit",
    "upload",
    "stack_view",
];

/// Fields of a share.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub(super) struct Fields {
    /// Title to show
    #[arg(long)]
    title: Option<String>,
    /// Description to show
    #[arg(long)]
    description: Option<String>,
    /// The application's own data, a JSON object
    #[arg(long, value_name = "JSON", value_parser = object)]
    metadata: Option<Value>,
    /// How much of a private share a link card may show
    #[arg(long, value_parser = ["none", "full", "player"])]
    link_preview: Option<String>,
    /// The application's id of the owner
    #[arg(long, value_name = "USER")]
    owner: Option<String>,
    /// When it begins to be active
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    starts: Option<String>,
    /// When it ends, such as +7d
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    expires: Option<String>,
    /// The visitors' password: the first line of a file, - asks or reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    link_password: Option<PathBuf>,
    /// What visitors may do
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = PERMISSIONS)]
    permissions: Option<Vec<String>>,
    /// Referrers, addresses, countries and so on, a JSON object
    #[arg(long, value_name = "JSON", value_parser = object)]
    restrictions: Option<Value>,
    /// How often it opens
    #[arg(long, value_name = "NUMBER")]
    max_opens: Option<u32>,
    /// How often it plays
    #[arg(long, value_name = "NUMBER")]
    max_plays: Option<u32>,
    /// How often it is downloaded
    #[arg(long, value_name = "NUMBER")]
    max_downloads: Option<u32>,
    /// Whether only its recipients may open it
    #[arg(long, value_name = "BOOLEAN")]
    recipients_only: Option<bool>,
    /// Whether visitors prove a mail address
    #[arg(long, value_name = "BOOLEAN")]
    prove_email: Option<bool>,
    /// Domains whose mail addresses may open it
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    email_domains: Option<Vec<String>>,
    /// Address in place of the id
    #[arg(long)]
    slug: Option<String>,
    /// Terms that visitors accept
    #[arg(long)]
    terms: Option<String>,
    /// Version of the terms
    #[arg(long, value_name = "VERSION")]
    terms_version: Option<String>,
    /// Text to burn in
    #[arg(long)]
    watermark: Option<String>,
}

impl Fields {
    /// The fields that are given, by their names in the API.
    pub(super) fn given(&self) -> Result<Vec<(&'static str, Value)>, Failure> {
        let password = self.link_password.as_ref().map(password).transpose()?;
        let text = |value: &Option<String>| value.as_ref().map(|value| json!(value));
        let all = [
            ("title", text(&self.title)),
            ("description", text(&self.description)),
            ("metadata", self.metadata.clone()),
            ("link_preview", text(&self.link_preview)),
            ("owner_id", text(&self.owner)),
            ("starts_at", text(&self.starts)),
            ("expires_at", text(&self.expires)),
            ("password", password.map(Value::from)),
            ("permissions", self.permissions.as_ref().map(|it| json!(it))),
            ("restrictions", self.restrictions.clone()),
            ("max_opens", self.max_opens.map(Value::from)),
            ("max_plays", self.max_plays.map(Value::from)),
            ("max_downloads", self.max_downloads.map(Value::from)),
            ("recipients_only", self.recipients_only.map(Value::from)),
            ("prove_email", self.prove_email.map(Value::from)),
            (
                "email_domains",
                self.email_domains.as_ref().map(|it| json!(it)),
            ),
            ("slug", text(&self.slug)),
            ("terms", text(&self.terms)),
            ("terms_version", text(&self.terms_version)),
            ("watermark", text(&self.watermark)),
        ];
        let given = all
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        Ok(given.collect())
    }
}

/// Gives a field to a call as an argument.
pub(super) fn argument(call: Call, name: &'static str, value: &Value) -> Call {
    match value {
        Value::String(text) => call.with(name, text),
        Value::Array(parts) => {
            let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
            call.list(name, &parts)
        }
        other => call.with(name, other),
    }
}

/// A JSON object.
pub(super) fn object(given: &str) -> Result<Value, String> {
    match serde_json::from_str(given) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err("is JSON, but no object".to_owned()),
        Err(came) => Err(came.to_string()),
    }
}

/// A password that does not stand on the command line, where others could read it.
fn password(file: &PathBuf) -> Result<String, Failure> {
    let mut line = String::new();
    if file.as_os_str() != "-" {
        let text = std::fs::read_to_string(file)
            .map_err(|came| Failure::Usage(format!("{}: {came}", file.display())))?;
        line = text;
    } else if io::stdin().is_terminal() {
        line = rpassword::prompt_password("The visitors' password: ")?;
    } else {
        io::stdin().lock().read_line(&mut line)?;
    }
    let first = line.lines().next().unwrap_or_default();
    if first.is_empty() {
        return Err(Failure::Usage("the visitors' password is empty".to_owned()));
    }
    Ok(first.to_owned())
}
