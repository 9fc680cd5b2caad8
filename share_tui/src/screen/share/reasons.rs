//! Why a share does not open, as sentences. The codes are those of the API.

/// What a reason means, and what changes it.
pub(super) fn sentence(reason: &str) -> &'static str {
    match reason {
        "not_found" => "there is no such share at this address",
        "revoked" => "the share was revoked, for good",
        "expired" => "the share has ended; a new end brings it back",
        "exhausted" => "all allowed openings are taken",
        "plays_exhausted" => "all allowed plays are taken",
        "downloads_exhausted" => "all allowed downloads are taken",
        "recipient_ended" => "the part of this recipient has ended",
        "disabled" => "the share is switched off",
        "scheduled" => "the share has not begun yet",
        "visit_required" => "a visit must be begun first",
        "sign_in_required" => "it is private: a user must be signed in",
        "not_a_member" => "it is private, and the user is no member of the account",
        "recipient_required" => "only its recipients may open it",
        "email_unproved" => "a mail address must be proved",
        "email_not_allowed" => "the mail address is of no allowed domain",
        "referrer_refused" => "the page that led here is not allowed",
        "embed_refused" => "it may not be embedded there",
        "address_refused" => "the network address is not allowed",
        "country_refused" => "the country is not allowed",
        "user_agent_refused" => "the program is not allowed",
        "preview_bot" => "a program that only looks for a preview gets none",
        "terms_required" => "the terms must be accepted (terms:)",
        "password_required" => "a password must be given",
        "wrong_password" => "the password is wrong",
        "wrong_code" => "the code is wrong",
        "open_already" => "it is open already",
        "locked" => "too many wrong passwords: locked for a while",
        "permission_missing" => "the permission is missing",
        _ => "",
    }
}
