//! Threads: what began them, and their replies.

use std::collections::HashMap;

use super::comment::Comment;
use crate::window::Seconds;

/// Holds a comment and what was replied, in the order of the comments.
pub(super) struct Thread<'a> {
    pub(super) root: &'a Comment,
    pub(super) replies: Vec<&'a Comment>,
}

impl<'a> Thread<'a> {
    /// Gives time and text of what stands on a timeline.
    pub(super) fn placed(&self) -> Option<(Seconds, &'a str)> {
        Some((self.root.at?, self.root.content.as_deref()?))
    }
}

/// Puts comments into threads. A reply to what is not there is left out, and so is what is deleted, but for a root that has
/// replies.
pub(super) fn threads(comments: &[Comment]) -> Vec<Thread<'_>> {
    let mut threads = Vec::new();
    let mut places = HashMap::new();
    for root in comments
        .iter()
        .filter(|comment| comment.thread_id.is_none())
    {
        places.insert(root.id.as_str(), threads.len());
        threads.push(Thread {
            root,
            replies: Vec::new(),
        });
    }
    for reply in comments.iter().filter(|comment| comment.content.is_some()) {
        let place = reply.thread_id.as_deref().and_then(|root| places.get(root));
        if let Some(thread) = place.and_then(|place| threads.get_mut(*place)) {
            thread.replies.push(reply);
        }
    }
    threads.retain(|thread| thread.root.content.is_some() || !thread.replies.is_empty());
    threads
}
