//! What stays of a media playlist that is cut to a window; it writes nothing.

use std::ops::Range;

use super::in_force::{Change, InForce};
use super::invalid;
use super::kind::PlaylistKind;
use super::line::{Line, lines};
use super::tag::{Content, Name, Tag};
use super::time::Time;
use super::timeline::{Segment, Timeline};
use crate::error::ShareError;
use crate::window::Window;

/// Holds the plan of one cut.
#[derive(Debug)]
pub(super) struct Cut<'a> {
    /// From the beginning of the first segment that stays to the end of the last.
    pub(super) shown: Window,
    /// Where the first line stands that belongs to a segment.
    pub(super) header_end: usize,
    /// Where the lines of the segments that stay stand.
    pub(super) kept: Range<usize>,
    /// The lines from before the first segment that stays, which hold for it.
    pub(super) in_force: Vec<Line<'a>>,
    /// A place in the text, and the offset to write there.
    pub(super) offset: Option<(usize, u64)>,
    /// The segments before the first that stays.
    pub(super) segments: Numbers,
    /// The discontinuities that are left out with them.
    pub(super) discontinuities: Numbers,
    /// Whether an end has to be written.
    pub(super) lacks_end: bool,
    ends_early: bool,
    is_dated: bool,
}

/// Tells how what is left out at the beginning was numbered.
#[derive(Debug)]
pub(super) struct Numbers {
    /// The number that the text gives to the first of the whole; zero when it gives none.
    pub(super) first: Option<u64>,
    /// How many are left out.
    pub(super) skipped: u64,
}

impl<'a> Cut<'a> {
    /// Finds the segments that a window shows, the first of which begins at zero; none for a master playlist.
    ///
    /// # Errors
    /// [`ShareError::WindowOutsidePlaylist`], [`ShareError::InvalidPlaylist`].
    pub(super) fn plan(text: &'a str, window: Window) -> Result<Option<Self>, ShareError> {
        let mut plan = Plan::new(window);
        let mut last = 1;
        for line in lines(text) {
            last = line.number;
            match line.content() {
                Content::Nothing => Ok(()),
                Content::Tag(tag) if tag.name.kind() == Some(PlaylistKind::Master) => {
                    return Ok(None);
                }
                Content::Tag(tag) => plan.tag(line, &tag),
                Content::Uri(uri) => plan.segment(line, uri),
            }
            .map_err(|reason| invalid(line.number, reason))?;
        }
        plan.timeline
            .finish()
            .map_err(|reason| invalid(last, reason))?;
        plan.finish().map(Some)
    }

    /// Tells whether anything is left out.
    pub(super) const fn leaves_out(&self) -> bool {
        self.segments.skipped > 0 || self.ends_early
    }

    /// Tells whether a line stays; comments and unknown tags go with the segment behind them.
    pub(super) fn keeps(&self, line: &Line<'_>, name: Option<Name>) -> bool {
        if !self.leaves_out() {
            return true;
        }
        match name {
            Some(name) if name.is_only_of_the_whole() => false,
            Some(name) if name.is_of_the_playlist() => true,
            // A date range means nothing without a date (§4.4.5.1 of the draft).
            Some(Name::DateRange) if !self.is_dated => false,
            _ => {
                line.start < self.header_end
                    || self.kept.contains(&line.start)
                    || (line.start >= self.kept.end && !self.ends_early)
            }
        }
    }
}

/// Holds what is known while the text is read.
struct Plan<'a> {
    start: Time,
    end: Time,
    timeline: Timeline<'a>,
    header_end: Option<usize>,
    first: Option<First<'a>>,
    kept_end: usize,
    shown_end: Time,
    skipped: u64,
    skipped_discontinuities: u64,
    ends_early: bool,
    is_dated: bool,
    is_on_demand: bool,
    in_force: InForce<'a>,
    block: Block<'a>,
}

/// Holds the lines from behind a segment to the end of the next.
#[derive(Default)]
struct Block<'a> {
    start: Option<usize>,
    changes: Vec<Change<'a>>,
    discontinuities: u64,
    is_dated: bool,
}

/// Holds the first segment that stays.
struct First<'a> {
    start: usize,
    segment: Segment,
    in_force: Vec<Line<'a>>,
}

impl<'a> Plan<'a> {
    fn new(window: Window) -> Self {
        Self {
            start: window.start().into(),
            end: window.end().into(),
            timeline: Timeline::default(),
            header_end: None,
            first: None,
            kept_end: 0,
            shown_end: Time::default(),
            skipped: 0,
            skipped_discontinuities: 0,
            ends_early: false,
            is_dated: false,
            is_on_demand: false,
            in_force: InForce::default(),
            block: Block::default(),
        }
    }

    fn tag(&mut self, line: Line<'a>, tag: &Tag<'a>) -> Result<(), &'static str> {
        self.timeline.tag(tag)?;
        if tag.name.is_of_a_segment() {
            self.begin_segments(line.start);
        }
        match tag.name {
            Name::Discontinuity => self.block.discontinuities += 1,
            Name::ProgramDateTime => self.block.is_dated = true,
            Name::PlaylistType => self.is_on_demand = tag.value.trim_matches(' ') == "VOD",
            _ => self.block.changes.extend(Change::read(line, tag)?),
        }
        Ok(())
    }

    fn begin_segments(&mut self, at: usize) {
        self.header_end.get_or_insert(at);
        self.block.start.get_or_insert(at);
    }

    fn segment(&mut self, line: Line<'a>, uri: &'a str) -> Result<(), &'static str> {
        let segment = self.timeline.segment(uri)?;
        self.begin_segments(line.start);
        if segment.end <= self.start {
            self.skipped += 1;
            self.skipped_discontinuities += self.block.discontinuities;
            for change in self.block.changes.drain(..) {
                self.in_force.apply(change)?;
            }
        } else if segment.start < self.end {
            if self.first.is_none() {
                self.first = Some(First {
                    start: self.block.start.unwrap_or(line.start),
                    segment,
                    in_force: self.in_force.lines_before(&self.block.changes),
                });
            }
            self.kept_end = line.end;
            self.shown_end = segment.end;
            self.is_dated |= self.block.is_dated;
        } else {
            self.ends_early = true;
        }
        self.block.changes.clear();
        self.block.discontinuities = 0;
        self.block.is_dated = false;
        self.block.start = Some(line.end);
        Ok(())
    }

    fn finish(self) -> Result<Cut<'a>, ShareError> {
        let duration = self.timeline.end;
        let Some(first) = self.first else {
            return Err(ShareError::WindowOutsidePlaylist {
                duration: duration.ceil()?,
            });
        };
        let is_over = self.is_on_demand || self.end <= duration;
        Ok(Cut {
            shown: Window::new(first.segment.start.floor()?, self.shown_end.ceil()?)?,
            header_end: self.header_end.unwrap_or(first.start),
            kept: first.start..self.kept_end,
            // Nothing to add where the text itself stands before the segment.
            in_force: if self.skipped > 0 {
                first.in_force
            } else {
                Vec::new()
            },
            offset: first.segment.implied_offset,
            segments: Numbers {
                first: self.timeline.media_sequence,
                skipped: self.skipped,
            },
            discontinuities: Numbers {
                first: self.timeline.discontinuity_sequence,
                skipped: self.skipped_discontinuities,
            },
            lacks_end: is_over && !self.timeline.is_ended,
            ends_early: self.ends_early,
            is_dated: self.is_dated,
        })
    }
}
