//! The last signed URL of each kind of place, so that a URI that stands there again is not signed again.

use std::ops::Range;

/// Names the places where one URI often follows itself: keys and maps, and files that are read in byte ranges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Line,
    Key,
    Map,
    Part,
}

/// Holds for each place the last URI and where its signed URL stands in the output.
#[derive(Debug, Default)]
pub(super) struct Memory<'a> {
    last: [Option<(&'a str, Range<usize>)>; 4],
}

impl<'a> Memory<'a> {
    /// Gives where the signed URL of a URI stands.
    pub(super) fn find(&self, place: Place, uri: &str) -> Option<Range<usize>> {
        let (last, written) = self.last[place as usize].as_ref()?;
        (*last == uri).then(|| written.clone())
    }

    /// Keeps where the signed URL of a URI was written.
    pub(super) fn keep(&mut self, place: Place, uri: &'a str, written: Range<usize>) {
        self.last[place as usize] = Some((uri, written));
    }
}
