//! Whatever a text says, it is read or refused, and its secrets are in no picture of what was read.

use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::passfile::{self, Wanted};
use crate::{
    Environment, Given, Imagined, Problem, Settings, conninfo, describe, service_file, uri,
};

/// Texts near to what is read, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "(postgres(ql)?://)?[a-z%@:/?&=,\\[\\]0-9é]{0,24}",
        "((host|port|password|sslmode|hostaddr)[ =]{1,2}'?[ -~é]{0,6}'?[ ]?){0,4}",
        "(\\[a\\]\n)?([a-z]{1,8}=?[ -~]{0,6}\r?\n){0,4}",
        "([*a\\\\:é]{0,6}:){0,5}[ -~]{0,6}\n?",
    ]
}

fn settings(target: &str) -> Result<Settings, Problem> {
    let given = Given {
        target: Some(target.to_owned()),
        ..Given::default()
    };
    let environment = Environment {
        user: Some("ada".to_owned()),
        home: Some("/home/ada".into()),
        ..Environment::default()
    };
    Settings::resolve(&given, &environment, &Imagined::default())
}

proptest! {
    #![proptest_config(Config { cases: 2000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in texts()) {
        for read in [uri::parse(&text), conninfo::parse(&text)] {
            if let Err(Problem::Syntax { at, .. }) = read {
                prop_assert!(at >= 1 && at <= text.len() + 1, "{}", at);
            }
        }
        let _ = service_file::section(&text, "a", "file");
        let wanted = Wanted { host: "a", port: "1", database: "d", user: "u" };
        let _ = passfile::password(&text, wanted);
        if let Ok(settings) = settings(&text) {
            prop_assert!(!describe(&settings).contains(char::is_control));
        }
    }

    #[test]
    fn a_password_is_in_no_picture_and_no_message(secret in "[A-Z]{8}", more in "[a-z ='&?:]{0,12}") {
        for text in [
            format!("postgres://ada:{secret}@host/media?{more}"),
            format!("password={secret} {more}"),
            format!("host=a password='{secret}"),
        ] {
            let told = match settings(&text) {
                Ok(settings) => format!("{} {:?}", describe(&settings), settings.hosts()),
                Err(problem) => format!("{problem:?} {} {}", problem.told(), problem.advice()),
            };
            prop_assert!(!told.contains(&secret), "{}", told);
        }
    }
}
