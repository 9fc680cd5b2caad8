//! What is typed into the fields of a share, as the API takes it.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{ALL, Format, field, patch, shown, told, value};
use crate::key::Key;
use crate::widget::field::Change;
use crate::widget::form::Form;

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn presets() -> Vec<(String, Vec<String>)> {
    vec![(
        "viewing".to_owned(),
        vec!["metadata_view".to_owned(), "view".to_owned()],
    )]
}

fn share() -> Value {
    json!({"title": "Film", "expires_at": "2026-04-01T00:00:00.5+00:00", "starts_at": null, "permissions": ["view", "download"], "max_opens": 5,
        "recipients_only": false, "email_domains": null, "metadata": {}, "password": "set", "terms": null, "link_preview": "none",
        "restrictions": {"countries": ["DE"], "user_agents": ["a, b"]}})
}

fn form(share: &Value) -> Form {
    let fields = ALL.iter().map(|definition| {
        let old = match definition.name.split_once('.') {
            Some((outer, key)) => share[outer].get(key).cloned(),
            None => share.get(definition.name).cloned(),
        };
        field(definition, Some(&old.unwrap_or_default()))
    });
    Form::new(fields.collect())
}

fn type_in(form: &mut Form, name: &str, text: &str) {
    let field = form.field_mut(name).unwrap();
    field.press(Key::parse("ctrl-u").unwrap().event());
    field.paste(text);
}

#[test]
fn a_form_that_was_not_touched_changes_nothing() {
    let form = form(&share());
    assert!(
        form.fields()
            .iter()
            .all(|field| field.change() == Change::Keep)
    );
    assert!(
        patch(&form, &share(), &presets(), now())
            .unwrap()
            .is_empty()
    );
    assert!(told(&form).is_empty());
}

#[test]
fn a_patch_has_what_was_changed_alone() {
    let mut form = form(&share());
    type_in(&mut form, "title", "New");
    type_in(&mut form, "max_opens", "");
    type_in(&mut form, "expires_at", "7d");
    type_in(&mut form, "permissions", "viewing, comment");
    type_in(&mut form, "password", "tr0ub4dor");
    let got = patch(&form, &share(), &presets(), now()).unwrap();
    let wanted = json!({"title": "New", "max_opens": null, "expires_at": "2026-03-08T12:00:00Z",
        "permissions": ["comment", "metadata_view", "view"], "password": "tr0ub4dor"});
    assert_eq!(wanted, Value::Object(got));
    let lines = told(&form);
    assert!(lines.contains(&"title: Film -> New".to_owned()));
    assert!(lines.contains(&"most openings: cleared".to_owned()));
    assert!(lines.contains(&"password: a new one".to_owned()));
    assert!(!lines.concat().contains("tr0ub4dor"));
}

#[test]
fn restrictions_that_are_not_touched_go_along() {
    let mut form = form(&share());
    type_in(&mut form, "restrictions.countries", "AT, CH");
    let got = patch(&form, &share(), &[], now()).unwrap();
    assert_eq!(
        json!({"restrictions": {"countries": ["AT", "CH"], "user_agents": ["a, b"]}}),
        Value::Object(got)
    );
    type_in(&mut form, "restrictions.countries", "");
    type_in(&mut form, "restrictions.user_agents", "");
    let got = patch(&form, &share(), &[], now()).unwrap();
    assert_eq!(json!({"restrictions": null}), Value::Object(got));
}

#[test]
fn what_is_no_value_is_told_at_its_field() {
    for (name, text, told) in [
        ("max_plays", "0", "wants a whole number above 0"),
        ("max_plays", "99999999999", "wants a whole number above 0"),
        (
            "starts_at",
            "soon",
            "wants 7d, 12h, 30min, 2026-03-01 or 2026-03-01T12:00",
        ),
        ("metadata", "[1]", "wants a JSON object"),
    ] {
        let mut form = form(&share());
        type_in(&mut form, name, text);
        assert_eq!(
            Err((name, told.to_owned())),
            patch(&form, &share(), &[], now())
        );
    }
}

#[test]
fn a_value_reads_as_it_is_written() {
    for (format, written) in [
        (Format::Number, json!(7)),
        (Format::List, json!(["a", "b"])),
        (Format::Flag, json!(true)),
        (Format::Time, json!("2026-04-01T00:00:00Z")),
        (Format::Object, json!({"a": 1})),
        (Format::Long, json!("two\nlines")),
    ] {
        assert_eq!(
            Ok(written.clone()),
            value(format, &shown(format, &written), &[], now())
        );
    }
    assert_eq!(Ok(Value::Null), value(Format::Time, "never", &[], now()));
}
