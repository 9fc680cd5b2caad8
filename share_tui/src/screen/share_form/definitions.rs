//! What a share can be given: the one list of the fields of its forms.

/// How a value is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    /// Text with line breaks.
    Long,
    Secret,
    /// A JSON object.
    Object,
    /// A time, or so much from now on; `never` for none.
    Time,
    /// A whole number above zero.
    Number,
    /// Texts between commas.
    List,
    /// Permissions and presets between commas.
    Permissions,
    /// Yes or no.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
}

/// A field that a share has.
pub(crate) struct Definition {
    /// The key of the patch and the argument; behind a point a key of the restrictions.
    pub(crate) name: &'static str,
    pub(super) label: &'static str,
    pub(crate) format: Format,
    pub(super) hint: &'static str,
}

const fn of(
    name: &'static str,
    label: &'static str,
    format: Format,
    hint: &'static str,
) -> Definition {
    Definition {
        name,
        label,
        format,
        hint,
    }
}

const DOMAINS: &str = "example.com, *.example.com";
const ADDRESSES: &str = "192.0.2.7, 192.0.2.0/24, 2001:db8::/32";

/// All of them, in the order of the forms.
pub(crate) const ALL: &[Definition] = &[
    of("title", "title", Format::Text, "at most 500 characters"),
    of(
        "expires_at",
        "ends",
        Format::Time,
        "7d, 12h, 2026-03-01T12:00 in UTC, or never",
    ),
    of(
        "starts_at",
        "begins",
        Format::Time,
        "1d, 2026-03-01T12:00 in UTC; empty for at once",
    ),
    of(
        "password",
        "password",
        Format::Secret,
        "never shown; ctrl-u on an empty field takes the password away",
    ),
    of(
        "permissions",
        "permissions",
        Format::Permissions,
        "a preset as viewing or downloading, or view, download, comment, …",
    ),
    of(
        "max_opens",
        "most openings",
        Format::Number,
        "a number; empty for any",
    ),
    of(
        "max_plays",
        "most plays",
        Format::Number,
        "a number; empty for any",
    ),
    of(
        "max_downloads",
        "most downloads",
        Format::Number,
        "a number; empty for any",
    ),
    of(
        "slug",
        "slug",
        Format::Text,
        "a chosen address in place of the id",
    ),
    of("recipients_only", "recipients only", Format::Flag, ""),
    of(
        "prove_email",
        "proved mail",
        Format::Flag,
        "who opens must have proved a mail address",
    ),
    of(
        "email_domains",
        "mail domains",
        Format::List,
        "example.com, example.org",
    ),
    of(
        "description",
        "description",
        Format::Long,
        "at most 10,000 characters",
    ),
    of(
        "owner_id",
        "owner",
        Format::Text,
        "the application's id of the owner",
    ),
    of(
        "link_preview",
        "link card",
        Format::Choice(&["none", "full", "player"]),
        "what a card of a private share shows",
    ),
    of(
        "watermark",
        "watermark",
        Format::Text,
        "text over the picture",
    ),
    of(
        "terms",
        "terms",
        Format::Long,
        "must be accepted; want a version",
    ),
    of("terms_version", "terms version", Format::Text, ""),
    of(
        "restrictions.referrers",
        "from pages of",
        Format::List,
        DOMAINS,
    ),
    of(
        "restrictions.allow_no_referrer",
        "no page is fine",
        Format::Flag,
        "requests without a referrer pass",
    ),
    of(
        "restrictions.embed_domains",
        "embedded in",
        Format::List,
        DOMAINS,
    ),
    of(
        "restrictions.addresses",
        "addresses",
        Format::List,
        ADDRESSES,
    ),
    of(
        "restrictions.blocked_addresses",
        "not addresses",
        Format::List,
        ADDRESSES,
    ),
    of(
        "restrictions.countries",
        "countries",
        Format::List,
        "DE, AT, CH",
    ),
    of(
        "restrictions.blocked_countries",
        "not countries",
        Format::List,
        "DE, AT, CH",
    ),
    of(
        "restrictions.user_agents",
        "user agents",
        Format::List,
        "parts of their text",
    ),
    of(
        "restrictions.blocked_user_agents",
        "not user agents",
        Format::List,
        "parts of their text",
    ),
    of(
        "restrictions.bind_address",
        "bind URLs",
        Format::Flag,
        "to the address, where the delivery's scheme can",
    ),
    of(
        "metadata",
        "metadata",
        Format::Object,
        "a JSON object, replaced as one",
    ),
];

/// What a constraint or a message is about, where it does not name the field.
pub(crate) const TOLD: &[(&str, &str)] = &[
    ("share_title_check", "title"),
    ("share_description_check", "description"),
    ("share_metadata_check", "metadata"),
    ("share_owner_check", "owner_id"),
    ("share_permissions_check", "permissions"),
    ("share_terms_check", "terms"),
    ("share_terms_version_check", "terms_version"),
    ("share_watermark_check", "watermark"),
    ("share_starts_check", "starts_at"),
    ("share_window_check", "expires_at"),
    ("slug_pkey", "slug"),
    ("slug_skeleton_key", "slug"),
    ("recipient_email_check", "recipients"),
    ("recipient_user_check", "recipients"),
    ("share_active_key", "visibility"),
    ("not a mail domain", "email_domains"),
    (
        "the policy allows no share that lives so long",
        "expires_at",
    ),
    ("only video and audio files can be shared", "file_id"),
];
