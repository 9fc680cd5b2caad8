//! What a signed URL is for.

use crate::error::ShareError;

/// Tells what the holder of a signed URL may do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Plays a playlist or manifest and everything beside and below it.
    Stream,
    /// Saves one file.
    Download,
    /// Shows one image.
    Preview,
    /// Stores one object.
    Upload,
}

impl Action {
    /// All actions, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Stream, Self::Download, Self::Preview, Self::Upload];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stream => "stream",
            Self::Download => "download",
            Self::Preview => "preview",
            Self::Upload => "upload",
        }
    }

    /// Gives the value of the claim `a`.
    #[must_use]
    pub const fn claim(self) -> &'static str {
        match self {
            Self::Stream => "s",
            Self::Download => "d",
            Self::Preview => "p",
            Self::Upload => "u",
        }
    }

    /// Reads the name used in SQL.
    ///
    /// # Errors
    /// [`ShareError::UnknownAction`] for anything else.
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|action| action.as_str() == name)
            .ok_or_else(|| ShareError::UnknownAction(name.to_owned()))
    }

    /// Reads the value of the claim `a`.
    #[must_use]
    pub fn from_claim(claim: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.claim() == claim)
    }
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn names_and_claims_read_back() {
        for action in Action::ALL {
            assert_eq!(Action::parse(action.as_str()), Ok(action));
            assert_eq!(Action::from_claim(action.claim()), Some(action));
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        assert!(Action::parse("Stream").is_err());
        assert!(Action::parse("s").is_err());
        assert_eq!(Action::from_claim("stream"), None);
    }
}
