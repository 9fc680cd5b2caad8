//! Each screen by keys and answers: pictures, and what is asked of the server.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken test ends, also outside of a test function"
)]

mod play;

#[path = "screens/access_requests.rs"]
mod access_requests;
#[path = "screens/accounts.rs"]
mod accounts;
#[path = "screens/attributes.rs"]
mod attributes;
#[path = "screens/comment_deeds.rs"]
mod comment_deeds;
#[path = "screens/comment_rows.rs"]
mod comment_rows;
#[path = "screens/comments.rs"]
mod comments;
#[path = "screens/deliveries.rs"]
mod deliveries;
#[path = "screens/doctor.rs"]
mod doctor;
#[path = "screens/drives.rs"]
mod drives;
#[path = "screens/events.rs"]
mod events;
#[path = "screens/events_live.rs"]
mod events_live;
#[path = "screens/file_attributes.rs"]
mod file_attributes;
#[path = "screens/file_previews.rs"]
mod file_previews;
#[path = "screens/file_stack.rs"]
mod file_stack;
#[path = "screens/file_transcript.rs"]
mod file_transcript;
#[path = "screens/files.rs"]
mod files;
#[path = "screens/frame.rs"]
mod frame;
#[path = "screens/jobs.rs"]
mod jobs;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/overview.rs"]
mod overview;
#[path = "screens/preview.rs"]
mod preview;
#[path = "screens/share.rs"]
mod share;
#[path = "screens/share_edit.rs"]
mod share_edit;
#[path = "screens/share_form.rs"]
mod share_form;
#[path = "screens/share_rows.rs"]
mod share_rows;
#[path = "screens/shares.rs"]
mod shares;
