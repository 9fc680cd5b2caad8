//! The settings `pg_share.*`.
//!
//! Until the library is loaded anyone can plant a value under these names; loading it drops what the planter may not
//! set. So they are read only here, or in SQL after `share.ready()`.

use std::ffi::CString;

use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting};

static PRIVATE_STREAM_TTL: GucSetting<i32> = GucSetting::<i32>::new(12 * 60 * 60);
static PRIVATE_DOWNLOAD_TTL: GucSetting<i32> = GucSetting::<i32>::new(5 * 60);
static PUBLIC_TTL: GucSetting<i32> = GucSetting::<i32>::new(7 * 24 * 60 * 60);
static LINK_BASE_URL: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);
static REQUIRE_USER: GucSetting<bool> = GucSetting::<bool>::new(false);
static USER_ID: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);

const SHORTEST: i32 = 60;
const LONGEST: i32 = 365 * 24 * 60 * 60;

/// Seconds that a signed URL of a private share's stream or preview lives.
pub(crate) fn private_stream_ttl() -> i64 {
    i64::from(PRIVATE_STREAM_TTL.get())
}

/// Seconds that a signed URL of a private share's download lives.
pub(crate) fn private_download_ttl() -> i64 {
    i64::from(PRIVATE_DOWNLOAD_TTL.get())
}

/// Seconds that a signed URL of a public share lives at least.
pub(crate) fn public_ttl() -> i64 {
    i64::from(PUBLIC_TTL.get())
}

/// Where the pages of shares live, if it is set.
pub(crate) fn link_base_url() -> Option<String> {
    let url = LINK_BASE_URL.get()?.into_string().ok()?;
    (!url.is_empty()).then_some(url)
}

/// Registers the settings.
pub(crate) fn define() {
    let lifetimes = [
        (
            c"pg_share.private_stream_ttl",
            c"How long signed URLs of streams and previews of private shares live.",
            c"A delivery's option of the same name goes before it.",
            &PRIVATE_STREAM_TTL,
        ),
        (
            c"pg_share.private_download_ttl",
            c"How long signed URLs of downloads of private shares live.",
            c"A delivery's option of the same name goes before it. Keep it below the life of streams.",
            &PRIVATE_DOWNLOAD_TTL,
        ),
        (
            c"pg_share.public_ttl",
            c"How long signed URLs of public shares live at least.",
            c"Rounded up to the expiry grid, a day unless the delivery says otherwise, so that all viewers get the same URL.",
            &PUBLIC_TTL,
        ),
    ];
    for (name, short, long, setting) in lifetimes {
        GucRegistry::define_int_guc(
            name,
            short,
            long,
            setting,
            SHORTEST,
            LONGEST,
            GucContext::Suset,
            GucFlags::UNIT_S,
        );
    }
    GucRegistry::define_string_guc(
        c"pg_share.link_base_url",
        c"Where the pages of shares live, as in https://app.example.com.",
        c"A share's page is this, /share/ and the share's id. Without it share_url is left out.",
        &LINK_BASE_URL,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_bool_guc(
        c"pg_share.require_user",
        c"Whether application backends must set a user by share.act_as() in each transaction.",
        c"With it on, a forgotten share.act_as() is refused with 42501 instead of seeing every account.",
        &REQUIRE_USER,
        GucContext::Suset,
        GucFlags::default(),
    );
    GucRegistry::define_string_guc(
        c"pg_share.user_id",
        c"The user whose calls these are, set by share.act_as() until the end of the transaction.",
        c"Counts only for members of share_app.",
        &USER_ID,
        GucContext::Userset,
        GucFlags::default(),
    );
}
