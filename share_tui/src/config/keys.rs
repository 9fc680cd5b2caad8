//! Key bindings of the configuration: `[keys.shares]` with lines such as `"x" = "revoke"`.

use std::collections::HashMap;

use toml::de::DeTable;

use super::connection::table;
use super::mistake::Mistakes;
use super::read::{string, unknown};
use crate::action::Action;
use crate::key::Key;
use crate::keymap::{Context, Keymap};

/// Without these nobody finds out of the program or around in it.
const NEEDED: [Action; 3] = [Action::Help, Action::Back, Action::Quit];

/// Reads all bindings.
pub(super) fn read(contexts: &DeTable<'_>, keymap: &mut Keymap, mistakes: &mut Mistakes<'_>) {
    for (name, value) in contexts {
        let context = Context::ALL
            .iter()
            .copied()
            .find(|context| context.name() == name.get_ref().as_ref());
        let Some(context) = context else {
            let known: Vec<&str> = Context::ALL.iter().map(|context| context.name()).collect();
            mistakes.add(&name.span(), unknown(name.get_ref(), &known));
            continue;
        };
        match table(value.get_ref()) {
            Some(bindings) => bind(context, bindings, keymap, mistakes),
            None => mistakes.add(&value.span(), "is to be a table of keys and actions"),
        }
    }
    for action in NEEDED {
        let bound = keymap.of(&[Context::Everywhere], Context::Everywhere);
        if !bound.iter().any(|(_, known)| *known == action) {
            let place = contexts.iter().next().map_or(0..0, |(name, _)| name.span());
            mistakes.add(&place, format!("no key is left for {}", action.name()));
        }
    }
}

fn bind(
    context: Context,
    bindings: &DeTable<'_>,
    keymap: &mut Keymap,
    mistakes: &mut Mistakes<'_>,
) {
    let mut seen: HashMap<Key, &str> = HashMap::new();
    for (name, value) in bindings {
        let key = Key::parse(name.get_ref());
        if key.is_none() {
            mistakes.add(
                &name.span(),
                "is no key: write x, X, ctrl-r, alt-enter, f5, page-down, space",
            );
        }
        let Some(wanted) = string(value, mistakes) else {
            continue;
        };
        let action = Action::parse(&wanted);
        if action.is_none() {
            let known: Vec<&str> = Action::ALL.iter().map(|action| action.name()).collect();
            mistakes.add(&value.span(), unknown(&wanted, &known));
        }
        if let (Some(key), Some(action)) = (key, action) {
            // One key can have two names: a space, and the word.
            if let Some(before) = seen.insert(key, name.get_ref()) {
                mistakes.add(&name.span(), format!("is the same key as {before:?}"));
            }
            keymap.bind(context, key, action);
        }
    }
}
