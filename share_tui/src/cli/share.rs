//! `share_tui share …`: the links and their rules.

use clap::{ArgGroup, Args, Subcommand};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::filter::Filter;
use super::share_fields::{Fields, argument, object};
use super::share_many::{Many, Verb, about, summary};
use super::task::{Cursor, Length, Shape, Task};
use super::time::moment;
use crate::call::Call;

/// The columns of a list of shares.
const COLUMNS: &[&str] = &[
    "id",
    "title",
    "state",
    "visibility",
    "account_name",
    "filename",
    "expires_at",
    "created_at",
    "owner_id",
    "slug",
];

/// One share.
#[derive(Debug, Args)]
pub(super) struct One {
    /// Id of the share
    #[arg(value_name = "ID")]
    id: String,
    /// Account, where the caller has several
    #[arg(long, value_name = "ID")]
    account: Option<String>,
}

/// What is done with shares.
#[derive(Debug, Subcommand)]
pub(super) enum ShareCommand {
    /// List shares, newest first, with nothing signed
    List {
        #[command(flatten)]
        length: Length,
        /// By creation, or by end: then those living ones that have one
        #[arg(long, default_value = "created", value_parser = ["created", "expires"])]
        sort: String,
        /// Oldest or earliest first
        #[arg(long)]
        ascending: bool,
        #[command(flatten)]
        filter: Filter,
    },
    /// Count the shares that a filter meets
    Count {
        /// How many shares to look at at most
        #[arg(long, value_name = "NUMBER", default_value_t = 100_000)]
        at_most: u32,
        #[command(flatten)]
        filter: Filter,
    },
    /// Show one share with its signed URLs
    Get {
        #[command(flatten)]
        one: One,
        /// Everything about it: caps, items, recipients, slugs, locks, usage
        #[arg(long)]
        full: bool,
    },
    /// Share a file or a segment of it
    Create(Box<Create>),
    /// Change fields of a share
    Update {
        #[command(flatten)]
        one: One,
        /// Fields to clear, by their names in the API, such as `expires_at`
        #[arg(long, value_name = "LIST", value_delimiter = ',')]
        clear: Vec<String>,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Give a share a later end
    #[command(group = ArgGroup::new("end").required(true))]
    Extend {
        #[command(flatten)]
        one: One,
        /// The new end
        #[arg(long, value_name = "TIME", value_parser = moment, group = "end")]
        expires: Option<String>,
        /// Hours on top of what is left
        #[arg(long, group = "end")]
        hours: Option<u32>,
        /// A length on top of what is left
        #[arg(long, value_parser = ["1h", "1d", "7d", "30d", "never"], group = "end")]
        duration: Option<String>,
    },
    /// Give a share a new address; the old one ends
    Rotate {
        #[command(flatten)]
        one: One,
        /// How long the old address goes on, such as '2 hours'
        #[arg(long, value_name = "INTERVAL")]
        grace: Option<String>,
    },
    /// End shares for good
    Revoke {
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        many: Many,
    },
    /// Switch shares off
    Disable(Many),
    /// Switch shares on again
    Enable(Many),
    /// End shares now; a later end brings them back
    Expire(Many),
    /// Delete shares
    Delete {
        /// Why; only for a filter
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        many: Many,
    },
    /// Forget wrong passwords that have locked a share
    Unlock {
        #[command(flatten)]
        one: One,
        /// Only those of an address
        #[arg(long)]
        address: Option<String>,
    },
    /// Tell whether a link would open and why not, without any effect
    Explain(Explain),
    /// Tell to which shares a URL leads that was found somewhere
    Find {
        /// Page, recipient's link, signed URL or path of an object
        url: String,
    },
    /// Print the address of a share's page
    Link {
        #[command(flatten)]
        one: One,
        /// Layout of the page
        #[arg(long)]
        layout: Option<String>,
    },
    /// Sign a URL of a share
    Sign {
        #[command(flatten)]
        one: One,
        /// For what
        #[arg(default_value = "stream", value_parser = ["stream", "download", "preview"])]
        action: String,
        /// For a visitor's address, where the delivery binds it
        #[arg(long)]
        address: Option<String>,
    },
}

/// A new share.
#[derive(Debug, Args)]
pub(super) struct Create {
    /// Id of the file
    #[arg(value_name = "FILE")]
    file: String,
    /// Segment of the file
    #[arg(long, value_name = "ID")]
    segment: Option<String>,
    /// Who may open it
    #[arg(long, value_parser = ["public", "private"])]
    visibility: Option<String>,
    /// Ends after so many hours
    #[arg(long, conflicts_with_all = ["expires", "duration"])]
    hours: Option<u32>,
    /// Ends after a length
    #[arg(long, value_parser = ["1h", "1d", "7d", "30d", "never"], conflicts_with = "expires")]
    duration: Option<String>,
    /// Recipients: mail addresses or user ids
    #[arg(long = "to", value_name = "WHO")]
    recipients: Vec<String>,
    /// Further things to show, a JSON list of objects
    #[arg(long, value_name = "JSON")]
    items: Option<Value>,
    /// Account of the file, where the caller has several
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    #[command(flatten)]
    fields: Fields,
}

/// Whether a link would open.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Link, slug or id
    link: String,
    /// As a user
    #[arg(long, value_name = "ID")]
    user: Option<String>,
    /// At a time
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    at: Option<String>,
    /// As the recipient of a link's token
    #[arg(long, value_name = "TOKEN")]
    recipient_token: Option<String>,
    /// From an address
    #[arg(long)]
    address: Option<String>,
    /// Referrer, country, `user_agent` and so on, a JSON object
    #[arg(long, value_name = "JSON", value_parser = object)]
    context: Option<Value>,
}

impl ShareCommand {
    pub(super) fn task(self) -> Result<Task, Failure> {
        Ok(match self {
            Self::List {
                filter,
                length,
                sort,
                ascending,
            } => {
                let call = filter.onto(Call::read("share_search"));
                let call = call.with("sort", sort).with("descending", !ascending);
                length.pages(call, Cursor::Both, COLUMNS)
            }
            Self::Count { filter, at_most } => {
                let call = filter.onto(Call::read("share_count"));
                Task::one(call.with("at_most", at_most), Shape::Record)
            }
            Self::Get { one, full } => {
                let name = if full { "share_full_json" } else { "share_get" };
                Task::one(one.onto(Call::read(name)), Shape::Record)
            }
            Self::Create(create) => Task::one(create.call()?, Shape::Record),
            Self::Update { one, fields, clear } => update(&one, &fields, clear)?,
            Self::Extend {
                one,
                expires,
                hours,
                duration,
            } => {
                let call = one.onto(Call::write("share_extend"));
                let call = call
                    .maybe("expires_at", expires)
                    .maybe("duration_hours", hours)
                    .maybe("duration_code", duration);
                Task::one(call, Shape::Record)
            }
            Self::Rotate { one, grace } => {
                let words = format!(
                    "Give share {} a new address, so that the old one ends?",
                    one.id
                );
                let about = one.about();
                let call = one.onto(Call::write("share_rotate")).maybe("grace", grace);
                Task::one(call, Shape::Record)
                    .asking(words)
                    .after_a_look(about, summary)
            }
            Self::Revoke { many, reason } => many.task(Verb::Revoke, reason)?,
            Self::Disable(many) => many.task(Verb::Disable, None)?,
            Self::Enable(many) => many.task(Verb::Enable, None)?,
            Self::Expire(many) => many.task(Verb::Expire, None)?,
            Self::Delete { many, reason } => many.task(Verb::Delete, reason)?,
            Self::Unlock { one, address } => {
                let call = one
                    .onto(Call::write("share_lock_clear"))
                    .maybe("address", address);
                Task::one(call, Shape::Value)
            }
            Self::Explain(explain) => Task::one(explain.call(), Shape::Record),
            Self::Find { url } => Task::one(
                Call::read("share_find").with("url", url),
                Shape::Table(&[
                    "share_id",
                    "state",
                    "found_by",
                    "account_id",
                    "recipient_id",
                    "expires_at",
                ]),
            ),
            Self::Link { one, layout } => {
                let call = one
                    .onto(Call::read("share_page_url"))
                    .maybe("layout", layout);
                Task::one(call, Shape::Value)
            }
            Self::Sign {
                one,
                action,
                address,
            } => {
                let name = match action.as_str() {
                    "download" => "share_sign_download",
                    "preview" => "share_sign_preview",
                    _ => "share_sign_stream",
                };
                let call = one.onto(Call::read(name)).maybe("client_address", address);
                Task::one(call, Shape::Record)
            }
        })
    }
}

fn update(one: &One, fields: &Fields, clear: Vec<String>) -> Result<Task, Failure> {
    let mut patch = Map::new();
    for (name, value) in fields.given()? {
        patch.insert(name.to_owned(), value);
    }
    for name in clear {
        if patch.insert(name.clone(), Value::Null).is_some() {
            return Err(Failure::Usage(format!("{name} is set and cleared at once")));
        }
    }
    if patch.is_empty() {
        return Err(Failure::Usage(
            "nothing is to be changed: name a field".to_owned(),
        ));
    }
    let call = one.onto(Call::write("share_update"));
    Ok(Task::one(
        call.with("patch", Value::Object(patch)),
        Shape::Record,
    ))
}

impl One {
    fn onto(&self, call: Call) -> Call {
        call.with("id", &self.id)
            .maybe("account_id", self.account.as_ref())
    }

    fn about(&self) -> Call {
        about(std::slice::from_ref(&self.id), self.account.as_ref())
    }
}

impl Explain {
    fn call(self) -> Call {
        let mut context = self.context.unwrap_or_else(|| json!({}));
        if let (Some(address), Value::Object(fields)) = (self.address, &mut context) {
            fields.insert("address".to_owned(), json!(address));
        }
        Call::read("share_explain")
            .with("link", self.link)
            .with("context", context)
            .maybe("user_id", self.user)
            .maybe("at", self.at)
            .maybe("recipient_token", self.recipient_token)
    }
}

impl Create {
    fn call(self) -> Result<Call, Failure> {
        let mut call = Call::write("share_create")
            .with("file_id", self.file)
            .maybe("file_segment_id", self.segment)
            .maybe("visibility", self.visibility)
            .maybe("duration_hours", self.hours)
            .maybe("duration_code", self.duration)
            .maybe("items", self.items)
            .maybe("account_id", self.account);
        if !self.recipients.is_empty() {
            let of = |who: &String| {
                let name = if who.contains('@') {
                    "email"
                } else {
                    "user_id"
                };
                json!({ name: who })
            };
            let recipients: Vec<Value> = self.recipients.iter().map(of).collect();
            call = call.with("recipients", Value::Array(recipients));
        }
        for (name, value) in self.fields.given()? {
            call = argument(call, name, &value);
        }
        Ok(call)
    }
}
