//! The file library behind a link: one gate closed at a time, a permission missing, a file that the share does not show.
//!
//! The tables of this are README.md's. With `SHARE_WRITE_GATES` set, the tests write them there before they compare.

use std::collections::{BTreeMap, BTreeSet};

use share_tests::{Error, Result};

use crate::factory;
use crate::gate::{GATES, Gate, PLAIN};
use crate::gate_scene::{Scene, Visit};
use crate::gates::{TOLD, equals_the_readme};
use crate::library_calls::LIBRARY_CALLS;

const GATE_MARKS: [&str; 2] = [
    "<!-- gates of the file library -->\n",
    "<!-- gates of the file library end -->\n",
];
const PERMISSION_MARKS: [&str; 2] = [
    "<!-- permissions of the file library -->\n",
    "<!-- permissions of the file library end -->\n",
];
const PERMISSIONS: [&str; 8] = [
    "view",
    "download",
    "comment",
    "comments_view",
    "metadata_view",
    "metadata_edit",
    "upload",
    "stack_view",
];
const ALL: &str = "permissions => '{view,download,comment,comments_view,metadata_view,metadata_edit,upload,stack_view}'";

/// What a refusal says.
#[derive(Debug, Default, PartialEq)]
struct Refusal {
    code: String,
    message: String,
    detail: String,
}

struct Library {
    scene: Scene,
    drive: String,
}

impl Library {
    fn new(created: &'static str) -> Result<Self> {
        let mut scene = Scene::new(created)?;
        let drive = scene
            .operator
            .query_one(
                "select drive_id::text from share.file_get($1)",
                &[&scene.film],
            )?
            .get(0);
        Ok(Self { scene, drive })
    }

    /// Calls a function for a file and undoes what it did: nothing, or what it refused with.
    fn refusal(
        &mut self,
        call: &str,
        file: &str,
        gate: &Gate,
        visit: &Visit,
    ) -> Result<Option<Refusal>> {
        let call = visit
            .filled(call, gate)
            .replace("FILE", &format!("'{file}'"))
            .replace("DRIVE", &format!("'{}'", self.drive));
        let mut transaction = self.scene.visitor.transaction()?;
        transaction.execute(
            "select set_config('request.jwt.claims', $1, true)",
            &[&gate.claims],
        )?;
        let Err(came) = transaction.query(&format!("select r::text from {call} r"), &[]) else {
            return Ok(None);
        };
        let said = came
            .as_db_error()
            .ok_or_else(|| Error::new(format!("{call}: {came}")))?;
        let refusal = Refusal {
            code: said.code().code().to_owned(),
            message: said.message().to_owned(),
            detail: said.detail().unwrap_or_default().to_owned(),
        };
        let all = format!("{refusal:?} {}", said.hint().unwrap_or_default());
        assert!(!TOLD.iter().any(|text| all.contains(text)), "{call}: {all}");
        Ok(Some(refusal))
    }

    /// Whether the share lets a call through to what it asks for, whatever becomes of it there.
    fn lets_through(refusal: Option<&Refusal>) -> bool {
        refusal.is_none_or(|said| {
            ![
                "the share does not open",
                "the share does not permit this",
                "file not found",
            ]
            .contains(&said.message.as_str())
        })
    }
}

#[test]
fn an_open_share_lets_every_call_of_the_library_through() -> Result {
    let mut library = Library::new(ALL)?;
    let film = library.scene.film.to_string();
    let visit = library.scene.open(&PLAIN)?;
    for (function, call) in LIBRARY_CALLS {
        let refusal = library.refusal(call, &film, &PLAIN, &visit)?;
        assert!(
            Library::lets_through(refusal.as_ref()),
            "{function}: {refusal:?}"
        );
    }
    Ok(())
}

#[test]
fn a_closed_gate_is_the_same_to_every_function_of_the_library() -> Result {
    let mut library = Library::new(ALL)?;
    let film = library.scene.film.to_string();
    let mut lines = vec![
        "| gate | refused with |".to_owned(),
        "| --- | --- |".to_owned(),
    ];
    // Those of one use are asked by the functions of that use.
    for gate in GATES.iter().filter(|gate| gate.guarded().is_none()) {
        let visit = library.scene.open(gate)?;
        library.scene.close(gate, &visit)?;
        let mut answers = BTreeMap::new();
        for (function, call) in LIBRARY_CALLS {
            let refusal = library.refusal(call, &film, gate, &visit)?;
            answers.insert(*function, refusal);
        }
        // A lock is told to who gives a password; everybody else still lacks it.
        let reason = if gate.reason == "locked" {
            "password_required"
        } else {
            gate.reason
        };
        let status: i32 = library
            .scene
            .operator
            .query_one("select share.reason_status($1)", &[&reason])?
            .get(0);
        let code = match status {
            403 | 409 => "42501".to_owned(),
            other => format!("PT{other}"),
        };
        let expected = Some(Refusal {
            code: code.clone(),
            message: "the share does not open".to_owned(),
            detail: format!("reason: {reason}"),
        });
        for (function, refusal) in answers {
            assert_eq!(expected, refusal, "{}: {function}", gate.name);
        }
        lines.push(format!("| {} | {code}, `{reason}` |", gate.name));
    }
    equals_the_readme(GATE_MARKS, &(lines.join("\n") + "\n"))
}

#[test]
fn each_function_of_the_library_needs_a_permission_of_the_share() -> Result {
    let mut library = Library::new("")?;
    let film = library.scene.film.to_string();
    let mut needed: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for missing in PERMISSIONS {
        let others: Vec<_> = PERMISSIONS.iter().filter(|one| **one != missing).collect();
        let visit = library.scene.open(&PLAIN)?;
        library.scene.operator.execute(
            "select from share.share_update($1, jsonb_build_object('permissions', $2::text[]))",
            &[&visit.share, &others],
        )?;
        for (function, call) in LIBRARY_CALLS {
            let refusal = library.refusal(call, &film, &PLAIN, &visit)?;
            if let Some(said) = refusal
                && said.message == "the share does not permit this"
            {
                assert_eq!("42501", said.code, "{function}");
                assert_eq!(format!("needed: {missing}"), said.detail, "{function}");
                needed
                    .entry(function)
                    .or_default()
                    .insert(format!("`{missing}`"));
            }
        }
    }
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (function, _) in LIBRARY_CALLS {
        let permissions = needed
            .remove(function)
            .ok_or_else(|| Error::new(format!("{function} needs no permission")))?;
        lines
            .entry(permissions.into_iter().collect::<Vec<_>>().join(" "))
            .or_default()
            .push(format!("`{function}`"));
    }
    let lines: Vec<String> = lines
        .into_iter()
        .map(|(permissions, functions)| format!("| {permissions} | {} |\n", functions.join(" ")))
        .collect();
    equals_the_readme(
        PERMISSION_MARKS,
        &format!(
            "| the share permits | a visitor may call |\n| --- | --- |\n{}",
            lines.concat()
        ),
    )
}

#[test]
fn a_file_that_the_share_does_not_show_is_not_there() -> Result {
    let mut library = Library::new(ALL)?;
    let account = library
        .scene
        .operator
        .query_one(
            "select account_id from share.file_get($1)",
            &[&library.scene.film],
        )?
        .get(0);
    let other = factory::film(&mut library.scene.operator, account, "hidden")?.to_string();
    let film = library.scene.film.to_string();
    let visit = library.scene.open(&PLAIN)?;
    for (function, call) in LIBRARY_CALLS {
        let hidden = library.refusal(&call.replace("/gated", "/hidden"), &other, &PLAIN, &visit)?;
        let code = hidden.map(|said| (said.code, said.message));
        let missing = Some(("PT404".to_owned(), "file not found".to_owned()));
        assert_eq!(missing, code, "{function}");
        // Nor is it on another drive.
        let elsewhere = if call.contains("DRIVE") {
            call.replace("DRIVE", "gen_random_uuid()")
                .replace("/gated", "/nowhere")
        } else {
            call.replace(
                "visit_token =>",
                "drive_id => gen_random_uuid(), visit_token =>",
            )
        };
        let refusal = library.refusal(&elsewhere, &film, &PLAIN, &visit)?;
        let code = refusal.map(|said| (said.code, said.message));
        assert_eq!(missing, code, "{function}");
    }
    Ok(())
}
