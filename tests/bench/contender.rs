//! Whoever does a case's work, and what is expected of ours.

use share_tests::Result;

/// The contender that all others are compared with.
pub(crate) const OURS: &str = "pg_share";

/// Does the work of a case again and again.
pub(crate) trait Contender {
    /// Works for one round, about a tenth of a second, and returns nanoseconds of CPU for one unit of work.
    fn round(&mut self) -> Result<f64>;
}

/// A contender under its name.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) contender: Box<dyn Contender>,
    /// None for those of others; perhaps empty for ours.
    pub(crate) bars: Option<Vec<Bar>>,
}

impl Entry {
    /// A contender of others.
    pub(crate) fn other(name: &str, contender: impl Contender + 'static) -> Self {
        Self {
            name: name.to_owned(),
            contender: Box::new(contender),
            bars: None,
        }
    }

    /// A contender of ours and the bars that it has to take.
    pub(crate) fn ours(name: &str, contender: impl Contender + 'static, bars: Vec<Bar>) -> Self {
        Self {
            name: name.to_owned(),
            contender: Box::new(contender),
            bars: Some(bars),
        }
    }
}

/// What a contender of ours has to reach.
pub(crate) enum Bar {
    /// The cost of another contender is at least so many times ours.
    Times(&'static str, f64),
    /// Our cost is at most so many times that of another contender.
    AtMost(f64, &'static str),
    /// Our cost is below so many milliseconds.
    Milliseconds(f64),
}

impl Bar {
    /// Says the bar in short, and whether a cost takes it; a contender that could not run is no hurdle.
    pub(crate) fn judge(&self, cost: f64, cost_of: impl Fn(&str) -> Option<f64>) -> (String, bool) {
        let (text, held) = match self {
            Self::Times(other, times) => (
                format!("{other} >= {times}"),
                cost_of(other).map(|other| other / cost >= *times),
            ),
            Self::AtMost(times, other) => (
                format!("<= {times} of {other}"),
                cost_of(other).map(|other| cost <= times * other),
            ),
            Self::Milliseconds(most) => (format!("< {most} ms"), Some(cost < most * 1e6)),
        };
        match held {
            Some(held) => (text, held),
            None => (format!("{text} (did not run)"), true),
        }
    }
}
