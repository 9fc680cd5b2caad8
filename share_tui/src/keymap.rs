//! What keys mean where: what is pressed, the footer and the help page are read from one table.

mod bindings;

use crossterm::event::KeyEvent;

use self::bindings::BINDINGS;
use crate::action::Action;
use crate::key::Key;

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// On every screen.
    Everywhere,
    /// In every list.
    List,
    /// In every form.
    Form,
    /// On the list of shares.
    Shares,
    /// On one share.
    Share,
    /// On the overview.
    Overview,
    /// On the list of events.
    Events,
    /// On the list of jobs.
    Jobs,
    /// On the list of access requests.
    AccessRequests,
    /// On the list of files.
    Files,
    /// On one file.
    File,
    /// On the comments on a file.
    Comments,
    /// On the attributes of a file.
    FileAttributes,
    /// On the previews of a file.
    FilePreviews,
    /// On the transcript of a file.
    FileTranscript,
    /// On the stack of a file.
    FileStack,
    /// On the list of accounts.
    Accounts,
    /// On one account.
    Account,
    /// On an API key that was just made.
    Secret,
    /// On the list of drives.
    Drives,
    /// On one drive.
    Drive,
    /// On one attribute of a drive's files.
    Attribute,
    /// On the list of deliveries.
    Deliveries,
    /// On one delivery.
    Delivery,
    /// On the steps of a test URL.
    Test,
    /// On the list of signing keys.
    Keys,
    /// On one signing key.
    Key,
}

impl Context {
    /// Every context, in the order of the help page.
    pub const ALL: &'static [Self] = &[
        Self::Everywhere,
        Self::List,
        Self::Form,
        Self::Shares,
        Self::Share,
        Self::Overview,
        Self::Events,
        Self::Jobs,
        Self::AccessRequests,
        Self::Files,
        Self::File,
        Self::Comments,
        Self::FileAttributes,
        Self::FilePreviews,
        Self::FileTranscript,
        Self::FileStack,
        Self::Accounts,
        Self::Account,
        Self::Secret,
        Self::Drives,
        Self::Drive,
        Self::Attribute,
        Self::Deliveries,
        Self::Delivery,
        Self::Test,
        Self::Keys,
        Self::Key,
    ];

    /// The name by which the configuration knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::Form => "form",
            Self::Shares => "shares",
            Self::Share => "share",
            Self::Overview => "overview",
            Self::Events => "events",
            Self::Jobs => "jobs",
            Self::AccessRequests => "access-requests",
            Self::Files => "files",
            Self::File => "file",
            Self::Comments => "comments",
            Self::FileAttributes => "file-attributes",
            Self::FilePreviews => "file-previews",
            Self::FileTranscript => "file-transcript",
            Self::FileStack => "file-stack",
            Self::Accounts => "accounts",
            Self::Account => "account",
            Self::Secret => "secret",
            Self::Drives => "drives",
            Self::Drive => "drive",
            Self::Attribute => "attribute",
            Self::Deliveries => "deliveries",
            Self::Delivery => "delivery",
            Self::Test => "test",
            Self::Keys => "keys",
            Self::Key => "key",
        }
    }
}

/// A key that means an action somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// What is pressed.
    pub key: Key,
    /// What it means.
    pub action: Action,
}

/// The bindings in force.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        let bindings = BINDINGS.iter().flat_map(|&(context, keys, action)| {
            keys.iter().filter_map(move |key| {
                Some(Binding {
                    context,
                    key: Key::parse(key)?,
                    action,
                })
            })
        });
        Self {
            bindings: bindings.collect(),
        }
    }
}

impl Keymap {
    /// Binds a key in a context, in place of what it meant there; it becomes the first key of its action.
    pub fn bind(&mut self, context: Context, key: Key, action: Action) {
        self.bindings
            .retain(|known| known.context != context || known.key != key);
        self.bindings.insert(
            0,
            Binding {
                context,
                key,
                action,
            },
        );
    }

    /// What a key means in the contexts of a screen, the most particular of which stand first.
    #[must_use]
    pub fn action(&self, contexts: &[Context], event: KeyEvent) -> Option<Action> {
        let key = Key::of(event);
        contexts.iter().find_map(|context| {
            let found = self
                .bindings
                .iter()
                .find(|known| known.context == *context && known.key == key);
            found.map(|known| known.action)
        })
    }

    /// The bindings of a context, each action once with all of its keys that no earlier context takes.
    #[must_use]
    pub fn of(&self, contexts: &[Context], context: Context) -> Vec<(Vec<Key>, Action)> {
        let mut found: Vec<(Vec<Key>, Action)> = Vec::new();
        for known in self
            .bindings
            .iter()
            .filter(|known| known.context == context)
        {
            if self.action(contexts, known.key.event()) != Some(known.action) {
                continue;
            }
            match found.iter_mut().find(|(_, action)| *action == known.action) {
                Some((keys, _)) => keys.push(known.key),
                None => found.push((vec![known.key], known.action)),
            }
        }
        found
    }

    /// All bindings.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }
}

#[cfg(test)]
mod tests {
    use super::{BINDINGS, Keymap};
    use crate::action::Action;
    use crate::key::Key;
    use crate::screen;

    #[test]
    fn every_name_in_the_table_is_a_key() {
        for (context, keys, action) in BINDINGS {
            for key in *keys {
                assert!(Key::parse(key).is_some(), "{context:?} {key} {action:?}");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        let keymap = Keymap::default();
        for (place, binding) in keymap.bindings().iter().enumerate() {
            let again = keymap.bindings()[place + 1..]
                .iter()
                .find(|other| other.context == binding.context && other.key == binding.key);
            assert_eq!(None, again);
        }
    }

    #[test]
    fn every_action_has_a_key_on_some_screen() {
        let keymap = Keymap::default();
        for action in Action::ALL {
            let bound = screen::ALL.iter().any(|entry| {
                entry.contexts.iter().any(|&context| {
                    keymap
                        .of(entry.contexts, context)
                        .iter()
                        .any(|(_, known)| known == action)
                })
            });
            assert!(bound, "{action:?}");
        }
    }
}
