//! Why something was not delivered.

/// What came back, and whether another try may help.
pub(crate) struct Failure {
    pub(crate) reason: String,
    pub(crate) retry: bool,
}

impl Failure {
    pub(crate) fn passing(reason: &impl ToString) -> Self {
        Self {
            reason: reason.to_string(),
            retry: true,
        }
    }

    pub(crate) fn lasting(reason: &impl ToString) -> Self {
        Self {
            reason: reason.to_string(),
            retry: false,
        }
    }
}
