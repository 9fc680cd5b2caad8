//! The dialog for a delivery, whose fields are those of its scheme.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Details;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::message::{Number, Reply};
use crate::screen::dialog::{Dialog, Field, filled};

/// A way to sign URLs.
#[derive(Debug, Deserialize)]
pub(in crate::screen) struct Scheme {
    #[serde(rename = "scheme")]
    pub(super) name: String,
    pub(super) meaning: String,
    pub(super) algorithms: Vec<String>,
    pub(super) uses: Vec<String>,
    pub(super) binds: Vec<String>,
    pub(super) longest_lifetime: Option<String>,
    pub(super) options: Vec<Rule>,
}

/// An option that a scheme knows.
#[derive(Debug, Deserialize)]
pub(in crate::screen) struct Rule {
    pub(super) name: String,
    pub(super) accepts: String,
    pub(super) default: Option<String>,
    pub(super) meaning: String,
}

impl Rule {
    /// What holds without it.
    pub(super) fn otherwise(&self) -> String {
        match &self.default {
            Some(text) if text.is_empty() => "empty".to_owned(),
            Some(text) => text.clone(),
            None => "what the server's settings or the key say".to_owned(),
        }
    }

    /// A text as a value of the option.
    fn value(&self, text: &str) -> Result<Value, String> {
        if self.accepts.starts_with("a whole number") {
            let number: Result<i64, _> = text.trim().parse();
            return number.map(Value::from).map_err(|_| self.accepts.clone());
        }
        if self.accepts == "true or false" {
            let flag: Result<bool, _> = text.trim().parse();
            return flag.map(Value::from).map_err(|_| self.accepts.clone());
        }
        Ok(text.into())
    }

    fn field(&self, held: Option<&Value>) -> Field {
        let held = match held {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let about = format!(
            "{}: {}; without it {}",
            self.meaning,
            self.accepts,
            self.otherwise()
        );
        if self.accepts == "true or false" {
            return Field::words(self.name.clone(), &["", "true", "false"], &held, &about);
        }
        if let Some(words) = self.accepts.strip_prefix("one of ") {
            let words: Vec<&str> = std::iter::once("").chain(words.split(", ")).collect();
            return Field::words(self.name.clone(), &words, &held, &about);
        }
        Field::text(self.name.clone(), held, about)
    }
}

/// All schemes, read once.
#[derive(Debug, Default)]
pub(in crate::screen) struct Schemes {
    all: Rc<Vec<Scheme>>,
    awaited: Option<Number>,
}

impl Schemes {
    /// Reads them unless they are known.
    pub(in crate::screen) fn read(&mut self, desk: &mut Desk) {
        if self.all.is_empty() {
            self.awaited = Some(desk.ask(Call::read("share_delivery_schemes")));
        }
    }

    /// Takes them in; none if the reply is of another call.
    pub(in crate::screen) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        Some(reply.rows().map(|rows| self.all = Rc::new(rows)))
    }

    /// Whether they are on their way.
    pub(super) fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    /// All of them; empty while they are not known.
    pub(in crate::screen) fn all(&self) -> Rc<Vec<Scheme>> {
        Rc::clone(&self.all)
    }

    /// One by its name.
    pub(super) fn named(&self, name: &str) -> Option<&Scheme> {
        self.all.iter().find(|scheme| scheme.name == name)
    }
}

/// Opens a dialog, or says that the schemes are still on their way.
pub(in crate::screen) fn open(dialog: Option<Dialog>, desk: &mut Desk) {
    match dialog {
        Some(dialog) => desk.open(Box::new(dialog)),
        None => desk.say(Tone::Info, "the schemes are still being read"),
    }
}

fn own_fields(delivery: Option<&Details>, schemes: &[Scheme]) -> Vec<Field> {
    let values = schemes
        .iter()
        .map(|scheme| (scheme.name.clone(), scheme.name.clone()))
        .collect();
    let first = schemes.first().map(|scheme| scheme.name.as_str());
    let held = |text: fn(&Details) -> &String| delivery.map(text).cloned().unwrap_or_default();
    let uses = delivery.map_or_else(
        || "stream download preview".to_owned(),
        |held| held.uses.join(" "),
    );
    let scheme = delivery.map_or(first.unwrap_or_default(), |held| held.scheme.as_str());
    vec![
        Field::choice("scheme", values, scheme, ""),
        Field::text(
            "base_url",
            held(|delivery| &delivery.base_url),
            "where the media is served: http or https, host, and the path that stands before those of origins",
        ),
        Field::text("kid", held(|delivery| &delivery.kid), ""),
        Field::text("uses", uses, ""),
    ]
}

/// The fields suit the scheme: its options follow, with what was filled in already.
fn reshape(fields: &mut Vec<Field>, own: usize, schemes: &[Scheme], held: &Value) {
    let chosen = filled(fields, "scheme").map(str::to_owned);
    let Some(scheme) = schemes
        .iter()
        .find(|scheme| Some(&scheme.name) == chosen.as_ref())
    else {
        return;
    };
    for field in fields.iter_mut().take(own) {
        match field.name.as_str() {
            "scheme" => {
                field.help = format!("{}; left and right choose another", scheme.meaning);
            }
            "kid" => {
                field.help = format!(
                    "a current key of the account or of the installation for {}",
                    scheme.algorithms.join(" or ")
                );
            }
            "uses" => {
                field.help = format!("what it serves: any of {}", scheme.uses.join(" "));
            }
            _ => {}
        }
    }
    let shown = fields.iter().skip(own).map(|field| field.name.as_str());
    if shown.eq(scheme.options.iter().map(|rule| rule.name.as_str())) {
        return;
    }
    let before = fields.split_off(own.min(fields.len()));
    fields.extend(scheme.options.iter().map(|rule| {
        let mut field = rule.field(held.get(&rule.name));
        if let Some(same) = before.iter().find(|known| known.name == rule.name) {
            field.fill(same.value());
        }
        field
    }));
}

/// The options that are filled in, of the scheme that is chosen.
fn options(fields: &[Field], own: usize, schemes: &[Scheme]) -> Result<Value, (usize, String)> {
    let scheme = schemes
        .iter()
        .find(|scheme| filled(fields, "scheme") == Some(&scheme.name));
    let rules = scheme.map_or(&[][..], |scheme| &scheme.options);
    let mut members = Map::new();
    for (place, field) in fields.iter().enumerate().skip(own) {
        let rule = rules.iter().find(|rule| rule.name == field.name);
        if let (Some(rule), Some(text)) = (rule, field.filled()) {
            let value = rule.value(text).map_err(|words| (place, words))?;
            members.insert(field.name.clone(), value);
        }
    }
    Ok(Value::Object(members))
}

fn uses(fields: &[Field]) -> Vec<String> {
    let text = filled(fields, "uses").unwrap_or_default();
    text.split([' ', ','])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The dialog for a new delivery of an account; none without schemes.
pub(in crate::screen) fn creation(account: &str, schemes: Rc<Vec<Scheme>>) -> Option<Dialog> {
    if schemes.is_empty() {
        return None;
    }
    let mut fields = vec![Field::text(
        "name",
        "",
        "1 to 63 small letters, digits, _ and -, unique in the account",
    )];
    fields.extend(own_fields(None, &schemes));
    let own = fields.len();
    let shaping = Rc::clone(&schemes);
    let account = account.to_owned();
    let dialog = Dialog::new(
        "create delivery",
        fields,
        "the delivery is there",
        move |fields| {
            for (place, name) in [(0, "name"), (2, "base_url"), (3, "kid")] {
                if filled(fields, name).is_none() {
                    return Err((place, "this is needed".to_owned()));
                }
            }
            Ok(Call::write("delivery_create")
                .with("account_id", &account)
                .maybe("name", filled(fields, "name"))
                .maybe("scheme", filled(fields, "scheme"))
                .maybe("base_url", filled(fields, "base_url"))
                .maybe("kid", filled(fields, "kid"))
                .list("uses", &uses(fields))
                .with("options", options(fields, own, &schemes)?))
        },
    );
    Some(dialog.reshaped(move |fields| reshape(fields, own, &shaping, &Value::Null)))
}

/// The dialog for a delivery; none without schemes.
pub(in crate::screen) fn change(delivery: &Details, schemes: Rc<Vec<Scheme>>) -> Option<Dialog> {
    if schemes.is_empty() {
        return None;
    }
    let fields = own_fields(Some(delivery), &schemes);
    let own = fields.len();
    let shaping = Rc::clone(&schemes);
    let held = delivery.options.clone();
    let (account, name) = (delivery.account_id.clone(), delivery.name.clone());
    let title = format!("edit delivery {name}");
    let dialog = Dialog::new(title, fields, "the delivery is changed", move |fields| {
        let mut patch: Map<String, Value> = Map::new();
        for field in fields.iter().take(own).filter(|field| field.is_changed()) {
            let value = match field.name.as_str() {
                "uses" => uses(fields).into(),
                _ => field.filled().map_or(Value::Null, Value::from),
            };
            patch.insert(field.name.clone(), value);
        }
        // Options are replaced as one value; another scheme has others.
        let others = fields.iter().skip(own).any(Field::is_changed);
        if others || patch.contains_key("scheme") {
            patch.insert("options".to_owned(), options(fields, own, &schemes)?);
        }
        if patch.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(Call::write("delivery_update")
            .with("account_id", &account)
            .with("name", &name)
            .with("patch", Value::Object(patch)))
    });
    Some(dialog.reshaped(move |fields| reshape(fields, own, &shaping, &held)))
}
