//! Contenders in this very program: a plain loop.

use share_tests::Result;

use crate::clock;
use crate::contender::Contender;

/// A piece of work that is told its number, starting with 1.
pub(crate) struct Lap<W> {
    work: W,
    times: u32,
}

impl<W: FnMut(u32)> Lap<W> {
    /// Does the work so many times in a round.
    pub(crate) fn new(times: u32, work: W) -> Self {
        Self { work, times }
    }
}

impl<W: FnMut(u32)> Contender for Lap<W> {
    fn round(&mut self) -> Result<f64> {
        let start = clock::of_this_thread()?;
        for number in 1..=self.times {
            (self.work)(number);
        }
        let taken = clock::of_this_thread()?.saturating_sub(start);
        Ok(clock::nanoseconds(taken) / f64::from(self.times))
    }
}
