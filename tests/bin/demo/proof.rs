//! Counts and prints the steps of the proof.

use std::fmt::Display;

use share_tests::Result;

/// The steps so far.
#[derive(Default)]
pub(crate) struct Proof {
    steps: usize,
    failed: usize,
}

impl Proof {
    /// Prints one step, which holds when what came is what was expected, said in the same way.
    pub(crate) fn step(&mut self, name: &str, expected: impl Display, got: Result<impl Display>) {
        let expected = expected.to_string();
        let got = got.map_or_else(|came| came.to_string(), |got| got.to_string());
        // One line for each step, whatever came.
        let got = got.replace('\n', " ");
        println!("proof {name} expected {expected} got {got}");
        self.steps += 1;
        self.failed += usize::from(got != expected);
    }

    /// Whether every step held, and there were some.
    pub(crate) fn held(&self) -> bool {
        self.steps > 0 && self.failed == 0
    }

    /// The result in a sentence.
    pub(crate) fn summary(&self) -> String {
        if self.held() {
            format!("All {} steps held.", self.steps)
        } else {
            format!("{} of {} steps did not hold.", self.failed, self.steps)
        }
    }
}
