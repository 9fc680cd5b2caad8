//! The JSON schema of `--json` is what the types in the database say.

use std::fs;
use std::path::{Path, PathBuf};

use postgres::Client;
use serde_json::{Map, Value, json};
use share_tests::{Cluster, Error, Result};

/// Each subcommand with rows, and the function whose rows they are.
pub(super) const COMMANDS: [(&str, &str); 81] = [
    ("access-request approve", "access_request_approve"),
    ("access-request list", "access_request_list"),
    ("access-request refuse", "access_request_refuse"),
    ("account get", "account_get"),
    ("account list", "account_list"),
    ("account usage", "account_usage"),
    ("attribute create", "attribute_create"),
    ("attribute get", "attribute_get"),
    ("attribute list", "attribute_list"),
    ("attribute option-add", "attribute_option_add"),
    ("attribute option-update", "attribute_option_update"),
    ("attribute update", "attribute_update"),
    ("comment add", "comment_add"),
    ("comment delete", "comment_delete"),
    ("comment export", "comment_export"),
    ("comment history", "comment_edit_list"),
    ("comment list", "comment_list"),
    ("comment reply", "comment_reply"),
    ("comment resolve", "comment_resolve"),
    ("comment update", "comment_update"),
    ("delivery get", "delivery_get"),
    ("delivery list", "delivery_list"),
    ("delivery schemes", "share_delivery_schemes"),
    ("delivery test", "delivery_test"),
    ("doctor", "doctor"),
    ("drive create", "drive_create"),
    ("drive get", "drive_get"),
    ("drive list", "drive_list"),
    ("drive update", "drive_update"),
    ("drive usage", "drive_usage"),
    ("event export", "event_search"),
    ("event list", "event_search"),
    ("event tail", "event_search"),
    ("file attribute-set", "attribute_value_set"),
    ("file attributes", "attribute_value_list"),
    ("file by-path", "file_by_path"),
    ("file find", "file_find"),
    ("file get", "file_get"),
    ("file list", "file_list"),
    ("file search", "file_search"),
    ("job drop", "job_drop"),
    ("job get", "job_get"),
    ("job list", "job_list"),
    ("job retry", "job_retry"),
    ("key create", "signing_key_create"),
    ("key list", "signing_key_list"),
    ("key reach", "signing_key_reach"),
    ("key revoke", "signing_key_revoke"),
    ("key rotate", "signing_key_rotate"),
    ("member add", "member_add"),
    ("member list", "member_list"),
    ("member remove", "member_remove"),
    ("member update", "member_update"),
    ("metrics", "metrics_read"),
    ("overview", "server_overview"),
    ("preview list", "preview_list"),
    ("recipient add", "recipient_add"),
    ("recipient link", "recipient_link"),
    ("recipient list", "recipient_list"),
    ("recipient remove", "recipient_remove"),
    ("share count", "share_count"),
    ("share create", "share_create"),
    ("share delete", "share_delete"),
    ("share disable", "share_disable"),
    ("share explain", "share_explain"),
    ("share find", "share_find"),
    ("share get", "share_get"),
    ("share link", "share_page_url"),
    ("share list", "share_search"),
    ("share revoke", "share_revoke"),
    ("share sign", "share_sign_stream"),
    ("share unlock", "share_lock_clear"),
    ("share update", "share_update"),
    ("stack add", "stack_add"),
    ("stack create", "stack_create"),
    ("stack list", "stack_list"),
    ("stack move", "stack_move"),
    ("stack remove", "stack_remove"),
    ("transcript export", "transcript_export"),
    ("transcript list", "utterance_list"),
    ("transcript search", "transcript_search"),
];

/// Commands of the same rows as another one.
const ALIKE: [(&str, &str); 4] = [
    ("share enable", "share disable"),
    ("share expire", "share disable"),
    ("share extend", "share update"),
    ("share rotate", "share update"),
];

/// What steps of many shares and everything about one give.
const FURTHER: [(&str, &str); 2] = [
    ("share revoke --file", "share_change_some"),
    ("share get --full", "share_full_json"),
];

pub(super) fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .with_file_name("docs")
        .join("share_tui/rows.schema.json")
}

/// The schema as it is in the documentation.
pub(super) fn read() -> Result<Value> {
    let text = fs::read_to_string(file())?;
    serde_json::from_str(&text).map_err(|came| Error::new(format!("the schema: {came}")))
}

/// The definition for the rows of a command.
pub(super) fn of_command<'a>(schema: &'a Value, command: &str) -> Result<&'a Value> {
    let missing = || Error::new(format!("the schema has nothing for {command}"));
    let entry = &schema["commands"][command];
    match entry["$ref"].as_str() {
        Some(path) => schema
            .pointer(path.trim_start_matches('#'))
            .ok_or_else(missing),
        None if entry.is_object() => Ok(entry),
        None => Err(missing()),
    }
}

/// Whether a row is as a definition says; what is wrong with it otherwise.
pub(super) fn violation(row: &Value, definition: &Value) -> Option<String> {
    if definition.get("properties").is_none() {
        return fits(row, definition).err();
    }
    let (Some(row), Some(properties)) = (row.as_object(), definition["properties"].as_object())
    else {
        return Some(format!("{row} is no object"));
    };
    let extra = row.keys().find(|name| !properties.contains_key(*name));
    if let Some(name) = extra {
        return Some(format!("{name} is not in the schema"));
    }
    properties
        .iter()
        .find_map(|(name, wanted)| match row.get(name) {
            None => Some(format!("{name} is missing")),
            Some(value) => fits(value, wanted)
                .err()
                .map(|came| format!("{name}: {came}")),
        })
}

fn fits(value: &Value, wanted: &Value) -> std::result::Result<(), String> {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_kind = |name: &Value| name == kind || name == "number" && kind == "integer";
    let fits = match &wanted["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(is_kind),
        one => is_kind(one),
    };
    if !fits {
        return Err(format!("{value} is no {}", wanted["type"]));
    }
    let mut parts = value.as_array().into_iter().flatten();
    match parts.find_map(|part| violation(part, &wanted["items"])) {
        Some(came) => Err(came),
        None => Ok(()),
    }
}

/// Makes the schema of what the functions return.
fn generate(client: &mut Client) -> Result<Value> {
    let mut commands = Map::new();
    let mut definitions = Map::new();
    for (command, function) in COMMANDS.into_iter().chain(FURTHER) {
        let row = client.query_one(
            "select t.oid, t.typname::text, t.typrelid
             from pg_proc p join pg_type t on t.oid = p.prorettype
             where p.pronamespace = 'share'::regnamespace and p.proname = $1",
            &[&function],
        )?;
        let (id, name, relation): (u32, String, u32) = (row.get(0), row.get(1), row.get(2));
        if relation == 0 {
            commands.insert(command.to_owned(), scalar(client, id, true)?);
            continue;
        }
        commands.insert(
            command.to_owned(),
            json!({ "$ref": format!("#/$defs/{name}") }),
        );
        if !definitions.contains_key(&name) {
            let made = composite(client, id, relation)?;
            definitions.insert(name, made);
        }
    }
    for (command, other) in ALIKE {
        let same = commands[other].clone();
        commands.insert(command.to_owned(), same);
    }
    commands.sort_keys();
    definitions.sort_keys();
    Ok(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rows of share_tui --json",
        "description": "One JSON value a line. commands names the rows of each subcommand. Later versions add fields and take none away.",
        "anyOf": definitions.keys().map(|name| json!({ "$ref": format!("#/$defs/{name}") })).collect::<Vec<_>>(),
        "commands": commands,
        "$defs": definitions,
    }))
}

fn composite(client: &mut Client, id: u32, relation: u32) -> Result<Value> {
    let about: Option<String> = client
        .query_one("select obj_description($1, 'pg_type')", &[&id])?
        .get(0);
    let columns = client.query(
        "select a.attname::text, a.atttypid, col_description(a.attrelid, a.attnum)
         from pg_attribute a where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum",
        &[&relation],
    )?;
    let mut properties = Map::new();
    for column in columns {
        let (name, kind, words): (String, u32, Option<String>) =
            (column.get(0), column.get(1), column.get(2));
        let mut property = scalar(client, kind, true)?;
        property["description"] = json!(words);
        properties.insert(name, property);
    }
    let names: Vec<&String> = properties.keys().collect();
    Ok(json!({"type": "object", "description": about, "required": names, "properties": properties}))
}

fn scalar(client: &mut Client, id: u32, may_be_null: bool) -> Result<Value> {
    let row = client.query_one(
        "select t.typname::text, t.typelem, array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder), t.typrelid
         from pg_type t where t.oid = $1",
        &[&id],
    )?;
    let (name, element, labels, relation): (String, u32, Vec<String>, u32) =
        (row.get(0), row.get(1), row.get(2), row.get(3));
    let mut made = match name.as_str() {
        "bool" => json!({"type": "boolean"}),
        "int2" | "int4" | "int8" => json!({"type": "integer"}),
        "numeric" | "float8" => json!({"type": "number"}),
        "timestamptz" => json!({"type": "string", "description": "RFC 3339, or infinity"}),
        "date" => json!({"type": "string", "format": "date"}),
        "uuid" => json!({"type": "string", "format": "uuid"}),
        "jsonb" => return Ok(json!({})),
        _ if !labels.is_empty() => json!({"type": "string", "enum": labels}),
        _ if name.starts_with('_') => {
            json!({"type": "array", "items": scalar(client, element, false)?})
        }
        _ if relation != 0 => composite(client, id, relation)?,
        _ => json!({"type": "string"}),
    };
    if may_be_null {
        made["type"] = json!([made["type"], "null"]);
        if let Some(labels) = made["enum"].as_array_mut() {
            labels.push(Value::Null);
        }
    }
    Ok(made)
}

#[test]
fn the_schema_in_the_documentation_is_that_of_the_types() -> Result {
    let database = Cluster::shared()?.database()?;
    let made = generate(&mut database.connect()?)?;
    let text = serde_json::to_string_pretty(&made).map_err(|came| Error::new(came.to_string()))?;
    if std::env::var_os("SHARE_ACCEPT").is_some() {
        fs::write(file(), text + "\n")?;
        return Ok(());
    }
    assert!(
        read()? == made,
        "the types have changed: SHARE_ACCEPT=1 writes {} anew",
        file().display()
    );
    Ok(())
}
