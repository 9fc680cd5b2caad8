//! What is checked when a delivery is written, and what a delivery can be.

use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::options::{COMMON, OptionRule};
use share_core::{Action, SCHEMES, Scheme, ShareError, check_delivery, try_delivery};

use crate::report::report;
use crate::signing_key;

/// Checks scheme, base URL, options, uses and key, and signs once for each use; gives the normalised base URL and options, and
/// whether a path that ends in a digit is refused.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn delivery_check(
    scheme: &str,
    base_url: &str,
    options: &str,
    uses: Vec<Option<String>>,
    kid: &str,
) -> Result<
    TableIterator<
        'static,
        (
            name!(base_url, String),
            name!(options, String),
            name!(refuses_final_digit, bool),
        ),
    >,
    ErrorReport,
> {
    let Some(stored) = signing_key::find(kid) else {
        return Ok(TableIterator::empty());
    };
    let key = &stored.key;
    let check = || {
        let uses = uses
            .into_iter()
            .map(|name| Action::parse(name.as_deref().unwrap_or("null")))
            .collect::<Result<Vec<_>, _>>()?;
        let length = key.secret().len();
        let checked = check_delivery(scheme, base_url, options, &uses, key.algorithm(), length)?;
        try_delivery(&checked, scheme, &uses, key)?;
        Ok(checked)
    };
    let checked = check().map_err(|error: ShareError| report(&error))?;
    Ok(TableIterator::once((
        checked.base_url,
        checked.options_json,
        checked.refuses_final_digit,
    )))
}

/// Tells whether signatures of a scheme name a video by the first part of its path and open all of it.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn scheme_signs_by_id(scheme: &str) -> bool {
    share_core::scheme(scheme).is_ok_and(Scheme::signs_by_id)
}

/// Lists the schemes with what an operator must know of them; the options are a JSON list.
#[pg_extern(schema = "share", immutable, parallel_safe)]
#[expect(
    clippy::type_complexity,
    reason = "the columns must stand in the signature"
)]
fn delivery_schemes() -> TableIterator<
    'static,
    (
        name!(scheme, String),
        name!(meaning, String),
        name!(algorithms, Vec<String>),
        name!(uses, Vec<String>),
        name!(binds, Vec<String>),
        name!(longest_lifetime, Option<i64>),
        name!(options, String),
    ),
> {
    let rows = SCHEMES.iter().map(|scheme| {
        let rules = COMMON.iter().chain(scheme.options());
        let options: serde_json::Value = rules.map(described).collect();
        (
            scheme.name().to_owned(),
            scheme.meaning().to_owned(),
            texts(scheme.algorithms().iter().map(|one| one.as_str())),
            texts(scheme.actions().iter().map(|one| one.as_str())),
            texts(scheme.bindings().iter().map(|one| one.as_str())),
            scheme.longest_lifetime(&share_core::options::Options::default()),
            options.to_string(),
        )
    });
    TableIterator::new(rows.collect::<Vec<_>>())
}

fn texts<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    words.map(str::to_owned).collect()
}

fn described(rule: &OptionRule) -> serde_json::Value {
    serde_json::json!({
        "name": rule.name,
        "accepts": rule.kind.accepted(),
        "default": rule.default,
        "meaning": rule.meaning,
    })
}
