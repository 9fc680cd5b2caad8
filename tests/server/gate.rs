//! The gates of a share, and how each is closed by itself.

/// How a gate is closed.
pub(crate) struct Gate {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    /// Arguments of `share_create` besides the file.
    pub(crate) created: &'static str,
    /// Who opens before the gate is closed: statements before the opening, in its transaction.
    pub(crate) opener: &'static str,
    /// What closes it, by an operator: `$share` is the id.
    pub(crate) closed_by: &'static str,
    /// Claims of the visitor.
    pub(crate) claims: &'static str,
    /// What is known of the visitor's request once the gate is closed.
    pub(crate) context: &'static str,
    /// Whether the visit is one that `share_unlock` gave, which was not counted yet.
    pub(crate) uncounted: bool,
}

pub(crate) const PLAIN: Gate = Gate {
    name: "",
    reason: "",
    created: "",
    opener: "",
    closed_by: "",
    claims: "",
    context: GOOD,
    uncounted: false,
};

const GOOD: &str = r#"{"address": "192.0.2.7", "referrer": "https://www.example.com/a", "embed_domain": "www.example.com", "country": "DE", "user_agent": "Firefox"}"#;

pub(crate) const GATES: [Gate; 24] = [
    Gate {
        name: "the share is deleted",
        reason: "not_found",
        closed_by: "select from share.share_delete('$share')",
        ..PLAIN
    },
    Gate {
        name: "it is revoked",
        reason: "revoked",
        closed_by: "select from share.share_revoke('$share', 'Secret title')",
        ..PLAIN
    },
    Gate {
        name: "it has expired",
        reason: "expired",
        closed_by: "update share.share set expires_at = statement_timestamp() - interval '1 second' where share_id = '$share'",
        ..PLAIN
    },
    Gate {
        name: "it has not begun",
        reason: "scheduled",
        closed_by: "select from share.share_update('$share', '{\"starts_at\": \"2100-01-01\"}')",
        ..PLAIN
    },
    Gate {
        name: "it is switched off",
        reason: "disabled",
        closed_by: "select from share.share_disable('$share')",
        ..PLAIN
    },
    Gate {
        name: "its openings are taken",
        reason: "exhausted",
        created: "max_opens => 1",
        closed_by: "select from share.share_open('$share')",
        uncounted: true,
        ..PLAIN
    },
    Gate {
        name: "it is private, nobody is signed in",
        reason: "sign_in_required",
        created: "visibility => 'private'",
        opener: "select share.authenticate($key)",
        ..PLAIN
    },
    Gate {
        name: "it is private, a stranger is signed in",
        reason: "not_a_member",
        created: "visibility => 'private'",
        opener: "select share.act_as('mia')",
        claims: r#"{"sub": "stranger"}"#,
        ..PLAIN
    },
    Gate {
        name: "it is for recipients",
        reason: "recipient_required",
        closed_by: "select from share.share_update('$share', '{\"recipients_only\": true}')",
        ..PLAIN
    },
    Gate {
        name: "the recipient's part is over",
        reason: "recipient_ended",
        created: "recipients => '[{\"email\": \"bob@example.com\"}]'",
        closed_by: "update share.recipient set expires_at = statement_timestamp() - interval '1 second' where share_id = '$share'",
        ..PLAIN
    },
    Gate {
        name: "no mail address is proved",
        reason: "email_unproved",
        closed_by: "select from share.share_update('$share', '{\"prove_email\": true}')",
        ..PLAIN
    },
    Gate {
        name: "the mail address is of another domain",
        reason: "email_not_allowed",
        closed_by: "update share.visit set email = 'eve@example.net' where share_id = '$share'; select from share.share_update('$share', '{\"email_domains\": [\"example.com\"]}')",
        ..PLAIN
    },
    Gate {
        name: "referrer",
        reason: "referrer_refused",
        closed_by: "select from share.share_update('$share', '{\"restrictions\": {\"referrers\": [\"example.org\"]}}')",
        ..PLAIN
    },
    Gate {
        name: "embedding page",
        reason: "embed_refused",
        closed_by: "select from share.share_update('$share', '{\"restrictions\": {\"embed_domains\": [\"example.org\"]}}')",
        ..PLAIN
    },
    Gate {
        name: "address",
        reason: "address_refused",
        closed_by: "select from share.share_update('$share', '{\"restrictions\": {\"addresses\": [\"198.51.100.0/24\"]}}')",
        ..PLAIN
    },
    Gate {
        name: "country",
        reason: "country_refused",
        closed_by: "select from share.share_update('$share', '{\"restrictions\": {\"countries\": [\"AT\"]}}')",
        ..PLAIN
    },
    Gate {
        name: "user agent",
        reason: "user_agent_refused",
        closed_by: "select from share.share_update('$share', '{\"restrictions\": {\"blocked_user_agents\": [\"firefox\"]}}')",
        ..PLAIN
    },
    Gate {
        name: "a preview bot, openings are capped",
        reason: "preview_bot",
        created: "max_opens => 9",
        context: r#"{"user_agent": "Slackbot-LinkExpanding 1.0"}"#,
        uncounted: true,
        ..PLAIN
    },
    Gate {
        name: "its terms are not accepted",
        reason: "terms_required",
        closed_by: "select from share.share_update('$share', '{\"terms\": \"Do not copy.\", \"terms_version\": \"2\"}')",
        ..PLAIN
    },
    Gate {
        name: "no password, or a wrong one",
        reason: "password_required",
        closed_by: "select from share.share_update('$share', '{\"password\": \"open sesame\"}')",
        ..PLAIN
    },
    Gate {
        name: "passwords are locked, the right one is given",
        reason: "locked",
        closed_by: "select from share.share_update('$share', '{\"password\": \"open sesame\"}'); select from generate_series(1, 10) n, lateral share.share_unlock('$share', 'guess ' || n, context => '{\"address\": \"192.0.2.7\"}')",
        ..PLAIN
    },
    Gate {
        name: "its plays are taken",
        reason: "plays_exhausted",
        created: "max_plays => 1",
        closed_by: "select from share.share_open('$share') o, lateral share.share_play(o.visit_token)",
        ..PLAIN
    },
    Gate {
        name: "its downloads are taken",
        reason: "downloads_exhausted",
        created: "max_downloads => 1",
        closed_by: "select from share.share_open('$share') o, lateral share.share_download(o.visit_token)",
        ..PLAIN
    },
    Gate {
        name: "downloads are not permitted",
        reason: "permission_missing",
        closed_by: "select from share.share_update('$share', '{\"permissions\": [\"view\"]}')",
        ..PLAIN
    },
];

impl Gate {
    /// What must not come out, where the gate is that of one use alone.
    pub(crate) fn guarded(&self) -> Option<&'static str> {
        match self.reason {
            "plays_exhausted" => Some("master.m3u8"),
            "downloads_exhausted" | "permission_missing" => Some("originals/"),
            _ => None,
        }
    }

    /// Whether a function answers although the gate is closed: link cards are what preview bots come for.
    pub(crate) fn is_card_for_bots(&self, function: &str) -> bool {
        self.reason == "preview_bot"
            && ["share_link_preview", "share_embed_html"].contains(&function)
    }
}
