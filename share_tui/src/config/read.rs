//! Walks through the file and keeps the place of everything.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::connection::{self, table};
use super::mistake::Mistakes;
use super::{Config, keys};

const FIELDS: [&str; 5] = ["connections", "default", "keys", "mouse", "theme"];

/// Reads a text; all mistakes at once.
pub(super) fn read(text: &str) -> Result<Config, Vec<String>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut mistakes = Mistakes::of(text);
    for error in errors {
        mistakes.add_of_syntax(&error.span().unwrap_or(0..0), error.message());
    }
    let mut config = Config::default();
    let mut default_at = 0..0;
    for (key, value) in document.get_ref() {
        match key.get_ref().as_ref() {
            "connections" => connections(value, &mut config, &mut mistakes),
            "default" => {
                default_at = value.span();
                config.default = string(value, &mut mistakes);
            }
            "keys" => match table(value.get_ref()) {
                Some(contexts) => keys::read(contexts, &mut config.keymap, &mut mistakes),
                None => mistakes.add(&value.span(), "is to be a table of screens"),
            },
            "mouse" => config.has_mouse = boolean(value, &mut mistakes).unwrap_or(true),
            "theme" => config.is_coloured = boolean(value, &mut mistakes).unwrap_or(true),
            other => mistakes.add(&key.span(), unknown(other, &FIELDS)),
        }
    }
    if let Some(name) = &config.default
        && !config.connections.contains_key(name)
    {
        mistakes.add(&default_at, format!("there is no connection {name}"));
    }
    mistakes.told().map_or(Ok(config), Err)
}

fn connections(value: &Spanned<DeValue<'_>>, config: &mut Config, mistakes: &mut Mistakes<'_>) {
    let Some(all) = table(value.get_ref()) else {
        mistakes.add(&value.span(), "is to be a table of connections");
        return;
    };
    for (name, value) in all {
        match table(value.get_ref()) {
            Some(found) => {
                let read = connection::read(name.get_ref(), found, mistakes);
                config.connections.insert(name.get_ref().to_string(), read);
            }
            None => mistakes.add(&value.span(), "is to be a table with a target"),
        }
    }
}

/// A text.
pub(super) fn string(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    if let DeValue::String(text) = value.get_ref() {
        return Some(text.to_string());
    }
    mistakes.add(&value.span(), "is to be a text in quotes");
    None
}

/// A switch.
pub(super) fn boolean(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes<'_>) -> Option<bool> {
    if let DeValue::Boolean(switch) = value.get_ref() {
        return Some(*switch);
    }
    mistakes.add(&value.span(), "is to be true or false");
    None
}

/// What to say of a name that nobody knows.
pub(super) fn unknown(name: &str, known: &[&str]) -> String {
    format!(
        "{name:?} is not known here; there are: {}",
        known.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::super::Config;
    use crate::action::Action;
    use crate::keymap::Context;

    #[test]
    fn a_whole_file_is_read() {
        let config = Config::parse(
            r#"
            theme = false
            mouse = false
            default = "staging"

            [connections.staging]
            target = "postgresql://ops@db.example.com/media"

            [connections.live]
            target = "service=live"
            label = "production"
            colour = "light-red"
            read_only = true

            [keys.shares]
            "ctrl-k" = "revoke"
            "#,
        )
        .unwrap();
        assert!(!config.is_coloured && !config.has_mouse);
        let (name, found) = config.default_connection().unwrap();
        assert_eq!(
            ("staging", "postgresql://ops@db.example.com/media"),
            (name, found.target.as_str())
        );
        let live = &config.connections["live"];
        assert_eq!(
            (Some("production"), true),
            (live.label.as_deref(), live.is_read_only)
        );
        let key = KeyEvent::new(KeyCode::Char('k'), KeyModifiers::CONTROL);
        assert_eq!(
            Some(Action::Revoke),
            config.keymap.action(&[Context::Shares], key)
        );
    }

    #[test]
    fn everything_wrong_is_told_at_once_with_its_place() {
        let told = Config::parse(
            "theme = \"dark\"\n\
             colour = 1\n\
             default = \"none\"\n\
             [connections.a]\n\
             target = \"postgresql://ops:hidden@db/media\"\n\
             colour = \"reddish\"\n\
             [connections.b]\n\
             label = \"b\"\n\
             password = \"hidden\"\n\
             [keys.shares]\n\
             \"ctrl-\" = \"revoke\"\n\
             \"x\" = \"destroy\"\n\
             [keys.nowhere]\n\
             \"x\" = \"revoke\"\n",
        )
        .unwrap_err();
        let places: Vec<&str> = told
            .iter()
            .map(|line| line.split_once(": ").map_or("", |(place, _)| place))
            .collect();
        assert_eq!(
            vec![
                "1:9", "2:1", "3:11", "5:10", "6:10", "8:1", "9:1", "11:1", "12:7", "13:7"
            ],
            places,
            "{told:#?}"
        );
        assert!(
            told.iter().all(|line| !line.contains("hidden")),
            "{told:#?}"
        );
        assert!(
            told[3].contains(".pgpass") && told[6].contains(".pgpass"),
            "{told:#?}"
        );
    }

    #[test]
    fn several_errors_of_the_syntax_are_told_too() {
        let told = Config::parse("theme = \nmouse = yes\n[connections\n").unwrap_err();
        assert!(told.len() >= 3, "{told:#?}");
        assert!(
            told[0].starts_with("1:") && told[1].starts_with("2:"),
            "{told:#?}"
        );
    }

    #[test]
    fn one_key_under_two_names_and_a_program_without_an_end_are_refused() {
        let told =
            Config::parse("[keys.list]\n\" \" = \"open\"\n\"space\" = \"down\"\n").unwrap_err();
        assert_eq!(1, told.len(), "{told:#?}");
        let told = Config::parse("[keys.everywhere]\n\"q\" = \"help\"\n\"ctrl-c\" = \"help\"\n")
            .unwrap_err();
        assert!(told[0].contains("quit"), "{told:#?}");
    }
}
