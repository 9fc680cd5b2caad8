//! The settings `pg_share.*`.
//!
//! Until the library is loaded anyone can plant a value under these names; loading it drops what the planter may not
//! set. So they are read only here, or in SQL after `share.ready()`.

use std::ffi::CString;

use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting};

static PRIVATE_STREAM_TTL: GucSetting<i32> = GucSetting::<i32>::new(12 * 60 * 60);
static PRIVATE_DOWNLOAD_TTL: GucSetting<i32> = GucSetting::<i32>::new(5 * 60);
static PUBLIC_TTL: GucSetting<i32> = GucSetting::<i32>::new(7 * 24 * 60 * 60);
static VISIT_TTL: GucSetting<i32> = GucSetting::<i32>::new(12 * 60 * 60);
static PASSWORD_MIN_LENGTH: GucSetting<i32> = GucSetting::<i32>::new(8);
static PASSWORD_TRIES: GucSetting<i32> = GucSetting::<i32>::new(10);
static DOWNLOAD_ITEMS_LIMIT: GucSetting<i32> = GucSetting::<i32>::new(500);
static PUBLIC_ITEMS_LIMIT: GucSetting<i32> = GucSetting::<i32>::new(500);
static GUEST_COMMENTS: GucSetting<i32> = GucSetting::<i32>::new(60);
static ATTACHMENT_MAX_KILOBYTES: GucSetting<i32> = GucSetting::<i32>::new(100 * 1024);
static ATTACHMENT_TYPES: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(Some(
    c"image/png, image/jpeg, image/gif, image/webp, image/avif, image/tiff, video/*, audio/*, application/pdf, application/zip, text/plain, text/csv",
));
static ADDRESS_HEADER: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(Some(c""));
static COUNTRY_HEADER: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(Some(c""));
static LINK_BASE_URL: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);
static TITLE_MAX_LENGTH: GucSetting<i32> = GucSetting::<i32>::new(500);
static METADATA_MAX_BYTES: GucSetting<i32> = GucSetting::<i32>::new(1_048_576);
static EVENT_MONTHS: GucSetting<i32> = GucSetting::<i32>::new(13);
static REQUIRE_USER: GucSetting<bool> = GucSetting::<bool>::new(false);
static EVENT_NOTIFY: GucSetting<bool> = GucSetting::<bool>::new(true);
static SESSION: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);

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

/// Under what this transaction has kept who is calling, if it has.
pub(crate) fn session() -> Option<String> {
    let nonce = SESSION.get()?.into_string().ok()?;
    (!nonce.is_empty()).then_some(nonce)
}

/// Whether listeners are told that there are events.
pub(crate) fn event_notify() -> bool {
    EVENT_NOTIFY.get()
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
        (
            c"pg_share.visit_ttl",
            c"How long a visit lasts: a player, a comment form and a download need the password once.",
            c"No visit lasts longer than its share.",
            &VISIT_TTL,
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
    define_limits();
    define_attachments();
    define_headers();
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
    GucRegistry::define_bool_guc(
        c"pg_share.event_notify",
        c"Whether events are announced to who listens to pg_share_event, at most once a second by each session.",
        c"Without it, who listens has to look by himself.",
        &EVENT_NOTIFY,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_string_guc(
        c"pg_share.session",
        c"Under what share.authenticate() and share.act_as() have kept who is calling, until the end of the transaction.",
        c"Only names what the backend itself has kept in this transaction; any other value has no effect.",
        &SESSION,
        GucContext::Userset,
        GucFlags::NO_SHOW_ALL | GucFlags::NO_RESET_ALL | GucFlags::DISALLOW_IN_FILE,
    );
}

/// Limits that only who runs the server may lift.
fn define_limits() {
    let limits = [
        (
            c"pg_share.password_min_length",
            c"How many characters a new password of a share has at least.",
            c"Passwords that are set already stay as they are.",
            &PASSWORD_MIN_LENGTH,
            1..=128,
        ),
        (
            c"pg_share.password_tries",
            c"How many wrong passwords in a row lock a share for an address.",
            c"The lock grows with each further one, and ends by itself.",
            &PASSWORD_TRIES,
            1..=1000,
        ),
        (
            c"pg_share.download_items_limit",
            c"How many items a share may show with a download of each.",
            c"Where it shows more, share.share_download() gives them one by one.",
            &DOWNLOAD_ITEMS_LIMIT,
            1..=10_000,
        ),
        (
            c"pg_share.public_items_limit",
            c"How many items of one share a visitor is shown.",
            c"The first ones, in the share's order.",
            &PUBLIC_ITEMS_LIMIT,
            1..=10_000,
        ),
        (
            c"pg_share.guest_comments",
            c"How much a visit may write and ask for through a share in an hour: comments, replies, reactions, attachments, questions, clips, export tokens.",
            c"For each visit; all visits of a share from one network address may write ten times as much.",
            &GUEST_COMMENTS,
            1..=10_000,
        ),
        (
            c"pg_share.title_max_length",
            c"How many characters the title of a share has at most.",
            c"Titles that are set already stay as they are.",
            &TITLE_MAX_LENGTH,
            1..=500,
        ),
        (
            c"pg_share.metadata_max_bytes",
            c"How many bytes metadata has at most, as text.",
            c"Metadata that is set already stays as it is.",
            &METADATA_MAX_BYTES,
            2..=1_048_576,
        ),
        (
            c"pg_share.event_months",
            c"How many months events are kept; 0 for ever.",
            c"Counted back from the first day of the current month; share.event_maintain() drops the months before.",
            &EVENT_MONTHS,
            0..=1200,
        ),
    ];
    for (name, short, long, setting, range) in limits {
        GucRegistry::define_int_guc(
            name,
            short,
            long,
            setting,
            *range.start(),
            *range.end(),
            GucContext::Suset,
            GucFlags::default(),
        );
    }
}

/// What may be attached to comments.
fn define_attachments() {
    GucRegistry::define_int_guc(
        c"pg_share.attachment_max_bytes",
        c"How large an attachment to a comment is at most.",
        c"As it is announced; what is uploaded is measured by who stores it.",
        &ATTACHMENT_MAX_KILOBYTES,
        1,
        1024 * 1024 * 1024,
        GucContext::Suset,
        GucFlags::UNIT_KB,
    );
    GucRegistry::define_string_guc(
        c"pg_share.attachment_types",
        c"MIME types of attachments to comments, with commas between; video/* is every kind of video.",
        c"What a browser would run, as text/html and image/svg+xml, does not belong here.",
        &ATTACHMENT_TYPES,
        GucContext::Suset,
        GucFlags::default(),
    );
}

/// Headers of a gateway's requests; whoever may name one may say where a visitor is.
fn define_headers() {
    let headers = [
        (
            c"pg_share.address_header",
            c"Header in which the gateway in front gives the visitor's address, as in x-forwarded-for.",
            c"Name one only if the gateway replaces what visitors send. Without it no address is taken from headers.",
            &ADDRESS_HEADER,
        ),
        (
            c"pg_share.country_header",
            c"Header in which the gateway in front gives the visitor's country as two letters, as in cf-ipcountry.",
            c"Name one only if the gateway replaces what visitors send. Without it no country is taken from headers.",
            &COUNTRY_HEADER,
        ),
    ];
    for (name, short, long, setting) in headers {
        GucRegistry::define_string_guc(
            name,
            short,
            long,
            setting,
            GucContext::Suset,
            GucFlags::default(),
        );
    }
}
