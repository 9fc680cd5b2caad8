//! The texts of the tables and views, one step for each version of them; `share.migrate()` runs them.

use pgrx::prelude::*;

/// Each step's statements in their order. Those of a release are never edited: what changes afterwards is another step.
const STEPS: &[&[&str]] = &[
    // 0.1.0
    &[
        include_str!("../../sql/tables/schema_info.sql"),
        include_str!("../../sql/tables/account.sql"),
        include_str!("../../sql/tables/member.sql"),
        include_str!("../../sql/tables/api_key.sql"),
        include_str!("../../sql/tables/api_key_use.sql"),
        include_str!("../../sql/tables/drive.sql"),
        include_str!("../../sql/tables/file.sql"),
        include_str!("../../sql/tables/segment.sql"),
        include_str!("../../sql/tables/origin.sql"),
        include_str!("../../sql/tables/playlist.sql"),
        include_str!("../../sql/tables/signing_key.sql"),
        include_str!("../../sql/tables/delivery.sql"),
        include_str!("../../sql/tables/share.sql"),
        include_str!("../../sql/tables/share_password.sql"),
        include_str!("../../sql/tables/password_try.sql"),
        include_str!("../../sql/tables/cap.sql"),
        include_str!("../../sql/tables/slug.sql"),
        include_str!("../../sql/tables/recipient.sql"),
        include_str!("../../sql/tables/item.sql"),
        include_str!("../../sql/tables/visit.sql"),
        include_str!("../../sql/tables/access_request.sql"),
        include_str!("../../sql/tables/email_code.sql"),
        include_str!("../../sql/tables/email_code_count.sql"),
        include_str!("../../sql/tables/event.sql"),
        include_str!("../../sql/views/accounts.sql"),
        include_str!("../../sql/views/members.sql"),
        include_str!("../../sql/views/drives.sql"),
        include_str!("../../sql/views/files.sql"),
        include_str!("../../sql/views/segments.sql"),
        include_str!("../../sql/views/origins.sql"),
        include_str!("../../sql/views/shares.sql"),
        include_str!("../../sql/views/events.sql"),
        include_str!("../../sql/views/deliveries.sql"),
        include_str!("../../sql/views/access_requests.sql"),
        include_str!("../../sql/tables/job.sql"),
        include_str!("../../sql/tables/webhook.sql"),
        include_str!("../../sql/tables/row_security.sql"),
        include_str!("../../sql/views/metrics.sql"),
    ],
    // 0.2.0: the file library.
    &[
        include_str!("../../sql/tables/attribute.sql"),
        include_str!("../../sql/tables/attribute_option.sql"),
        include_str!("../../sql/tables/attribute_value.sql"),
        include_str!("../../sql/tables/transcript.sql"),
        include_str!("../../sql/tables/utterance.sql"),
        include_str!("../../sql/tables/transcript_segment.sql"),
        include_str!("../../sql/tables/transcript_suggestion.sql"),
        include_str!("../../sql/tables/transcript_chat.sql"),
        include_str!("../../sql/tables/export_grant.sql"),
        include_str!("../../sql/tables/preview.sql"),
        include_str!("../../sql/tables/person.sql"),
        include_str!("../../sql/tables/face.sql"),
        include_str!("../../sql/tables/stack.sql"),
        include_str!("../../sql/tables/stack_file.sql"),
        include_str!("../../sql/tables/clip.sql"),
        include_str!("../../sql/tables/share_library.sql"),
        include_str!("../../sql/tables/comment.sql"),
        include_str!("../../sql/tables/comment_edit.sql"),
        include_str!("../../sql/tables/comment_mention.sql"),
        include_str!("../../sql/tables/comment_reaction.sql"),
        include_str!("../../sql/tables/comment_attachment.sql"),
        include_str!("../../sql/tables/comment_guest_count.sql"),
        include_str!("../../sql/tables/origin_library.sql"),
        include_str!("../../sql/tables/row_security_library.sql"),
    ],
];

/// Tells how many steps there are: the version of the tables that this library works with.
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "a handful of steps"
)]
pub(crate) const LATEST: i32 = STEPS.len() as i32;

/// Tells the version of the tables that the functions of this version work with.
#[pg_extern(schema = "share", name = "migration_latest", immutable, parallel_safe)]
fn migration_latest_2() -> i32 {
    LATEST
}

/// Tells the same to the functions of 0.1.0, which this library serves until the extension is updated.
#[pg_extern(schema = "share", sql = false)]
fn migration_latest() -> i32 {
    1
}

/// Gives the statements of a step, counted from 1; nothing for a step that does not exist.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn migration_statements(step: i32) -> Vec<&'static str> {
    usize::try_from(step)
        .ok()
        .and_then(|step| STEPS.get(step.checked_sub(1)?))
        .map(|statements| statements.to_vec())
        .unwrap_or_default()
}
