//! The one table of bindings: what is pressed, the footer and the help page are read from it.

use crossterm::event::KeyEvent;

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

/// The first key of an action is the one that the footer shows.
const BINDINGS: &[(Context, &[&str], Action)] = {
    use Action as A;
    use Context as C;
    &[
        (C::Everywhere, &["?", "f1"], A::Help),
        (C::Everywhere, &[":"], A::Palette),
        (C::Everywhere, &["esc", "backspace"], A::Back),
        (C::Everywhere, &["ctrl-r", "f5"], A::Refresh),
        (C::Everywhere, &["ctrl-x"], A::Cancel),
        (C::Everywhere, &["ctrl-z"], A::Suspend),
        (C::Everywhere, &["q", "ctrl-c"], A::Quit),
        (C::List, &["enter"], A::Open),
        (C::List, &["j", "down"], A::Down),
        (C::List, &["k", "up"], A::Up),
        (C::List, &["page-down", "ctrl-d"], A::PageDown),
        (C::List, &["page-up", "ctrl-u"], A::PageUp),
        (C::List, &["g", "home"], A::First),
        (C::List, &["G", "end"], A::Last),
        (C::List, &["/"], A::Filter),
        (C::List, &["s"], A::Sort),
        (C::Form, &["tab", "down"], A::NextField),
        (C::Form, &["back-tab", "up"], A::PreviousField),
        (C::Form, &["ctrl-s"], A::Save),
        (C::Shares, &["space"], A::Mark),
        (C::Shares, &["*"], A::MarkAll),
        (C::Shares, &["n"], A::Create),
        (C::Shares, &["x"], A::Revoke),
        (C::Shares, &["d"], A::Disable),
        (C::Shares, &["E"], A::Enable),
        (C::Shares, &["X"], A::Expire),
        (C::Shares, &["D"], A::Delete),
        (C::Shares, &["z"], A::Undo),
        (C::Shares, &["y"], A::CopyLink),
        (C::Share, &["tab"], A::NextPart),
        (C::Share, &["back-tab"], A::PreviousPart),
        (C::Share, &["e"], A::Edit),
        (C::Share, &["w"], A::Explain),
        (C::Share, &["y"], A::CopyLink),
        (C::Share, &["c"], A::ShowCode),
        (C::Share, &["t"], A::Extend),
        (C::Share, &["r"], A::Rotate),
        (C::Share, &["d"], A::Disable),
        (C::Share, &["E"], A::Enable),
        (C::Share, &["x"], A::Revoke),
        (C::Share, &["u"], A::Unlock),
        (C::Share, &["X"], A::Expire),
        (C::Share, &["D"], A::Delete),
        (C::Share, &["z"], A::Undo),
        (C::Overview, &["tab"], A::NextPart),
        (C::Overview, &["back-tab"], A::PreviousPart),
        (C::Overview, &["+", "="], A::Longer),
        (C::Overview, &["-"], A::Shorter),
        (C::Events, &["f"], A::Follow),
        (C::Events, &["v"], A::Details),
        (C::Events, &["e"], A::Export),
        (C::Jobs, &["tab"], A::NextPart),
        (C::Jobs, &["back-tab"], A::PreviousPart),
        (C::Jobs, &["v"], A::Details),
        (C::Jobs, &["r"], A::Retry),
        (C::Jobs, &["R"], A::RetryAll),
        (C::Jobs, &["D"], A::Drop),
        (C::AccessRequests, &["tab"], A::NextPart),
        (C::AccessRequests, &["back-tab"], A::PreviousPart),
        (C::AccessRequests, &["v"], A::Details),
        (C::AccessRequests, &["a"], A::Approve),
        (C::AccessRequests, &["x"], A::Refuse),
        (C::File, &["tab"], A::NextPart),
        (C::File, &["back-tab"], A::PreviousPart),
        (C::File, &["n"], A::Create),
        (C::File, &["e"], A::Edit),
        (C::File, &["c"], A::Comments),
        (C::File, &["D"], A::Delete),
        (C::Comments, &["tab"], A::NextPart),
        (C::Comments, &["back-tab"], A::PreviousPart),
        (C::Comments, &["r"], A::Reply),
        (C::Comments, &["x"], A::Resolve),
        (C::Comments, &["o"], A::Reopen),
        (C::Comments, &["n"], A::Create),
        (C::Comments, &["e"], A::Edit),
        (C::Comments, &["D"], A::Delete),
        (C::Comments, &["v"], A::Details),
        (C::Comments, &["h"], A::History),
        (C::Comments, &["w"], A::Export),
        (C::FileAttributes, &["e", "enter"], A::SetValue),
        (C::FileAttributes, &["x"], A::ClearValue),
        (C::FilePreviews, &["f"], A::Faces),
        (C::FilePreviews, &["x"], A::ResetThumbnail),
        (C::FilePreviews, &["y"], A::Copy),
        (C::FileTranscript, &["/"], A::Search),
        (C::FileTranscript, &["n"], A::NextHit),
        (C::FileTranscript, &["N"], A::PreviousHit),
        (C::FileTranscript, &["t"], A::Jump),
        (C::FileTranscript, &["w"], A::Export),
        (C::FileStack, &["n"], A::AddVersion),
        (C::FileStack, &["x"], A::RemoveVersion),
        (C::FileStack, &["+", "="], A::Raise),
        (C::FileStack, &["-"], A::Lower),
        (C::Accounts, &["n"], A::Create),
        (C::Account, &["tab"], A::NextPart),
        (C::Account, &["back-tab"], A::PreviousPart),
        (C::Account, &["n"], A::Create),
        (C::Account, &["e"], A::Edit),
        (C::Account, &["x"], A::Revoke),
        (C::Account, &["f"], A::ShowFiles),
        (C::Account, &["D"], A::Delete),
        (C::Secret, &["y"], A::Copy),
        (C::Drives, &["n"], A::Create),
        (C::Drives, &["e"], A::Edit),
        (C::Drives, &["f"], A::ShowFiles),
        (C::Drive, &["tab"], A::NextPart),
        (C::Drive, &["back-tab"], A::PreviousPart),
        (C::Drive, &["n"], A::Create),
        (C::Drive, &["e"], A::Edit),
        (C::Drive, &["a"], A::Archive),
        (C::Drive, &["u"], A::Restore),
        (C::Drive, &["f"], A::ShowFiles),
        (C::Drive, &["+", "="], A::Longer),
        (C::Drive, &["-"], A::Shorter),
        (C::Attribute, &["tab"], A::NextPart),
        (C::Attribute, &["back-tab"], A::PreviousPart),
        (C::Attribute, &["n"], A::Create),
        (C::Attribute, &["e"], A::Edit),
        (C::Attribute, &["a"], A::Archive),
        (C::Attribute, &["u"], A::Restore),
        (C::Deliveries, &["n"], A::Create),
        (C::Deliveries, &["e"], A::Edit),
        (C::Deliveries, &["D"], A::Delete),
        (C::Delivery, &["tab"], A::NextPart),
        (C::Delivery, &["back-tab"], A::PreviousPart),
        (C::Delivery, &["t"], A::Test),
        (C::Delivery, &["e"], A::Edit),
        (C::Delivery, &["D"], A::Delete),
        (C::Test, &["y"], A::Copy),
        (C::Keys, &["tab"], A::NextPart),
        (C::Keys, &["back-tab"], A::PreviousPart),
        (C::Keys, &["n"], A::Create),
        (C::Keys, &["r"], A::Rotate),
        (C::Keys, &["p"], A::Prepare),
        (C::Keys, &["x"], A::Revoke),
        (C::Key, &["r"], A::Rotate),
        (C::Key, &["p"], A::Prepare),
        (C::Key, &["x"], A::Revoke),
    ]
};

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
