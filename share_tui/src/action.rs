//! What a key can mean: one word for each thing that can be done, whichever key does it.

macro_rules! actions {
    ($($variant:ident = $name:literal, $words:literal;)*) => {
        /// Something that an operator asks for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = $words] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the help page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name by which the configuration and the palette know it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// A few words for the footer and the help page.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }

            /// Finds an action by its name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }
        }
    };
}

actions! {
    Open = "open", "open";
    Back = "back", "back";
    Up = "up", "up";
    Down = "down", "down";
    PageUp = "page-up", "page up";
    PageDown = "page-down", "page down";
    First = "first", "first";
    Last = "last", "last";
    Mark = "mark", "mark";
    MarkAll = "mark-all", "mark all";
    Filter = "filter", "filter";
    Sort = "sort", "sort";
    NextField = "next-field", "next field";
    PreviousField = "previous-field", "previous field";
    NextPart = "next-part", "next part";
    PreviousPart = "previous-part", "previous part";
    Save = "save", "save";
    Create = "create", "create";
    Edit = "edit", "edit";
    Extend = "extend", "extend";
    Rotate = "rotate", "rotate";
    Disable = "disable", "disable";
    Enable = "enable", "enable";
    Revoke = "revoke", "revoke";
    Unlock = "unlock", "unlock";
    Expire = "expire", "end now";
    Delete = "delete", "delete";
    Undo = "undo", "undo";
    Explain = "explain", "explain";
    CopyLink = "copy-link", "copy link";
    Copy = "copy", "copy";
    Prepare = "prepare", "prepare";
    ShowCode = "show-code", "QR code";
    Retry = "retry", "retry";
    RetryAll = "retry-all", "retry all dead";
    Details = "details", "details";
    Longer = "longer", "longer time";
    Shorter = "shorter", "shorter time";
    Drop = "drop", "drop";
    Archive = "archive", "archive";
    Restore = "restore", "take back";
    ShowFiles = "show-files", "files";
    Approve = "approve", "approve";
    Refuse = "refuse", "refuse";
    Test = "test", "test";
    Follow = "follow", "follow";
    Export = "export", "export";
    Comments = "comments", "comments";
    Reply = "reply", "reply";
    Resolve = "resolve", "resolve";
    Reopen = "reopen", "reopen";
    History = "history", "history";
    SetValue = "set-value", "set value";
    ClearValue = "clear-value", "clear value";
    ResetThumbnail = "reset-thumbnail", "reset thumbnail";
    Faces = "faces", "faces";
    Search = "search", "search";
    NextHit = "next-hit", "next hit";
    PreviousHit = "previous-hit", "previous hit";
    Jump = "jump", "go to time";
    AddVersion = "add-version", "add version";
    RemoveVersion = "remove-version", "remove version";
    Raise = "raise", "move up";
    Lower = "lower", "move down";
    Refresh = "refresh", "refresh";
    Cancel = "cancel", "cancel query";
    Palette = "palette", "go to";
    Help = "help", "help";
    Suspend = "suspend", "suspend";
    Quit = "quit", "quit";
}
