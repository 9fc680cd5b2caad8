//! One delivery and one key, for tests of schemes.

use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::delivery::check_delivery;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;

/// The end that requests ask for.
pub(crate) const EXP: i64 = 1_700_003_600;

/// The time at which requests are signed.
pub(crate) const NOW: i64 = 1_700_000_000;

/// A secret that fits each scheme.
pub(crate) const SECRET: &str = "sixteen-characters";

/// Signs for one delivery.
pub(crate) struct Case {
    profile: Profile,
    key: SigningKey,
}

impl Case {
    /// Checks a delivery as when it is written.
    pub(crate) fn new(
        scheme: &str,
        base_url: &str,
        options: &str,
        algorithm: Algorithm,
    ) -> Result<Self, ShareError> {
        Self::with_secret(scheme, base_url, options, algorithm, SECRET.as_bytes())
    }

    /// Does the same with another secret.
    pub(crate) fn with_secret(
        scheme: &str,
        base_url: &str,
        options: &str,
        algorithm: Algorithm,
        secret: &[u8],
    ) -> Result<Self, ShareError> {
        check_delivery(scheme, base_url, options, &[], algorithm, secret.len())?;
        Ok(Self {
            profile: Profile::new(scheme, base_url, options)?,
            key: SigningKey::new("k1", algorithm, secret.to_vec())?,
        })
    }

    /// Signs and keeps the steps.
    pub(crate) fn sign(&self, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
        self.profile.check_request(request)?;
        let mut out = Output::explaining();
        self.profile
            .signer(&self.key)?
            .write_url(request, &mut out)?;
        Ok(out)
    }

    /// Gives the URL of a usual request.
    pub(crate) fn url(&self, path: &str, action: Action) -> Result<String, ShareError> {
        self.sign(&request(path, action)).map(|out| out.url)
    }

    /// Gives the text that a request's signature is over.
    pub(crate) fn text(&self, request: &UrlRequest<'_>) -> Result<String, ShareError> {
        let out = self.sign(request)?;
        let step = out
            .steps()
            .iter()
            .find(|step| step.name == "string to sign");
        Ok(step.map(|step| step.value.clone()).unwrap_or_default())
    }

    /// Tells whether a URL is accepted as far as this crate can tell.
    pub(crate) fn verify(&self, url: &str) -> Result<(), crate::refusal::Refusal> {
        self.profile.verify_url(&self.key, url, NOW).map(drop)
    }
}

/// Asks for a usual URL.
pub(crate) fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        signed_at: NOW,
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}
