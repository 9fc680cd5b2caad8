//! What can be done to one share and to many alike, and how it is said.

use crate::action::Action;
use crate::call::Call;
use crate::question::Question;

/// A change of the life of shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Revoke,
    Disable,
    Enable,
    Expire,
    Delete,
}

impl Deed {
    /// What an action asks for.
    pub(crate) fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Revoke => Self::Revoke,
            Action::Disable => Self::Disable,
            Action::Enable => Self::Enable,
            Action::Expire => Self::Expire,
            Action::Delete => Self::Delete,
            _ => return None,
        })
    }

    /// The word for many, which is also that of the API.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Revoke => "revoke",
            Self::Disable => "disable",
            Self::Enable => "enable",
            Self::Expire => "expire",
            Self::Delete => "delete",
        }
    }

    /// The word at the beginning of a sentence.
    pub(crate) fn capital(self) -> &'static str {
        match self {
            Self::Revoke => "Revoke",
            Self::Disable => "Disable",
            Self::Enable => "Enable",
            Self::Expire => "End",
            Self::Delete => "Delete",
        }
    }

    /// What it is afterwards.
    pub(crate) fn done(self) -> &'static str {
        match self {
            Self::Revoke => "revoked",
            Self::Disable => "disabled",
            Self::Enable => "enabled",
            Self::Expire => "ended",
            Self::Delete => "deleted",
        }
    }

    /// What it means for those who have the link.
    pub(crate) fn effect(self) -> &'static str {
        match self {
            Self::Revoke => {
                "Links end now and for good. Signed URLs play until they end or a purge ends them."
            }
            Self::Disable => {
                "Links stop until they are enabled again. Signed URLs play until they end."
            }
            Self::Enable => "Links open again, as far as nothing else is against it.",
            Self::Expire => {
                "Links end now; a new end brings them back. Signed URLs play until they end."
            }
            Self::Delete => "They end now, and are gone from every list. It cannot be undone.",
        }
    }

    /// How it is taken back, if it can be.
    pub(crate) fn hint(self) -> Option<&'static str> {
        match self {
            Self::Revoke | Self::Delete => {
                Some("It cannot be undone: disable stops a link for a while.")
            }
            _ => None,
        }
    }

    /// The call for one share.
    pub(crate) fn call(self, id: &str) -> Call {
        let function = match self {
            Self::Revoke => "share_revoke",
            Self::Disable => "share_disable",
            Self::Enable => "share_enable",
            Self::Expire => "share_expire",
            Self::Delete => "share_delete",
        };
        Call::write(function).with("id", id)
    }

    /// Asks before it is done to one share.
    pub(crate) fn question(self, name: &str) -> Question {
        let words = format!("{} {name}?", self.capital());
        let question = Question::new(self.word(), words).effect(self.effect());
        match self.hint() {
            Some(hint) => question.effect(hint),
            None => question,
        }
    }

    /// What an answered question was about.
    pub(crate) fn asked(tag: &str) -> Option<Self> {
        [
            Self::Revoke,
            Self::Disable,
            Self::Enable,
            Self::Expire,
            Self::Delete,
        ]
        .into_iter()
        .find(|deed| deed.word() == tag)
    }
}

/// What takes the last change back.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    /// The call that does it.
    pub(crate) call: Call,
    /// What it is then.
    pub(crate) words: String,
}

impl Undo {
    /// What takes a deed back. `expires_at` is the end that the share had.
    pub(crate) fn of(deed: Deed, id: &str, expires_at: Option<&str>) -> Option<Self> {
        let (call, words) = match deed {
            Deed::Disable => (Deed::Enable.call(id), "enabled again"),
            Deed::Enable => (Deed::Disable.call(id), "disabled again"),
            Deed::Expire => {
                let patch = serde_json::json!({ "expires_at": expires_at });
                let call = Call::write("share_update").with("id", id);
                (call.with("patch", patch), "has its end again")
            }
            Deed::Revoke | Deed::Delete => return None,
        };
        Some(Self {
            call,
            words: words.to_owned(),
        })
    }
}
